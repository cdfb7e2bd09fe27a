using System.Security.Cryptography;
using System.Text;

namespace KiemDiem.Docs.Batch.Work;

/// <summary>
/// What decides the bytes of a file beside the record: the program, its definitions and fonts. Two workers of one
/// batch must be alike in it.
/// </summary>
/// <param name="Fingerprint">16 hexadecimal digits.</param>
public sealed record ProgramIdentity(string Fingerprint)
{
    private const int Digits = 16;

    /// <summary>Of this program with the definitions and fonts of two folders.</summary>
    public static ProgramIdentity Of(string formTemplates, string fonts)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Type[] assemblies = [typeof(ProgramIdentity), typeof(FormRenderer), typeof(Typesetting.Model.Document)];
        foreach (var type in assemblies)
            sum.AppendData(type.Module.ModuleVersionId.ToByteArray());
        foreach (var folder in (string[])[formTemplates, fonts])
        {
            var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => (Path: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
                .OrderBy(file => file.Name, StringComparer.Ordinal);
            foreach (var (path, name) in files)
            {
                sum.AppendData(Encoding.UTF8.GetBytes(name));
                sum.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
            }
        }

        return new(Convert.ToHexStringLower(sum.GetHashAndReset())[..Digits]);
    }
}
