using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace KiemDiem.Docs.Batch.Storage;

/// <summary>
/// What the operating system has not written to the disk yet. One call for two hundred files is several times cheaper
/// than a call for each: 0.1 against 0.4 ms a file and more where it was measured.
/// </summary>
internal static class DiskCache
{
    /// <summary>O_RDONLY | O_CLOEXEC of open(2): .NET itself opens no folders.</summary>
    private const int OpenFolder = 0x80000;

    /// <summary>syncfs(2) is Linux's own; elsewhere each file has to be written by itself.</summary>
    public static bool CanBeWritten => OperatingSystem.IsLinux();

    /// <summary>Writes all of the file system that a folder is on.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Encoding.UTF8.GetBytes(folder + "\0");
        using var handle = new SafeFileHandle(Open(path, OpenFolder), ownsHandle: true);
        if (handle.IsInvalid || SyncFileSystem(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new IOException(new Win32Exception(error).Message, error);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncFileSystem(SafeFileHandle folder);
}
