using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KiemDiem.Docs.Batch.Zips;

/// <summary>
/// The bytes around the files of a ZIP file. All is stored as it is, for PDF and DOCX are compressed already; all sums
/// and lengths stand in front of the files, so that no reader has to look for their end.
/// </summary>
/// <remarks>
/// Source: PKWARE APPNOTE 6.3.10, 4.3.7 (local header), 4.3.12 (directory), 4.3.14 to 4.3.16 (ends), 4.5.3 (ZIP64).
/// System.IO.Compression writes which system it ran on into every entry (.NET 10), so its bytes differ between Windows
/// and Linux.
/// </remarks>
internal sealed class ZipLayout
{
    private const uint LocalSignature = 0x04034b50;
    private const uint DirectorySignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint Locator64Signature = 0x07064b50;

    private const ushort Zip64Extra = 0x0001;
    private const ushort Version20 = 20;
    private const ushort Version45 = 45;
    private const ushort MadeByUnix = 3 << 8;
    private const ushort NameIsUtf8 = 1 << 11;

    /// <summary>An ordinary file that its owner may write and all may read.</summary>
    private const uint UnixAttributes = 0x81A4u << 16;

    /// <summary>1980-01-01, the first day that there is in a ZIP file.</summary>
    private const ushort FirstDay = 0x0021;

    private long entries;
    private long directoryLength;

    /// <summary>Where the next header stands.</summary>
    private long offset;

    /// <summary>The bytes before a file and, for the end, its entry of the directory.</summary>
    /// <param name="path">With "/" between the parts.</param>
    /// <param name="length">In bytes.</param>
    /// <param name="crc">Of the file.</param>
    public (byte[] Local, byte[] Directory) Add(string path, long length, uint crc)
    {
        var name = Encoding.UTF8.GetBytes(path);
        var (large, far) = (length >= uint.MaxValue, offset >= uint.MaxValue);

        var local = new Fields();
        local.UInt32(LocalSignature);
        AddCommon(local, large ? Version45 : Version20, length, crc, name, large ? 20 : 0);
        local.Bytes(name);
        if (large)
            local.Extra(length, length);

        var directory = new Fields();
        directory.UInt32(DirectorySignature);
        directory.UInt16(MadeByUnix | Version45);
        AddCommon(
            directory, large || far ? Version45 : Version20, length, crc, name,
            large || far ? 4 + (large ? 16 : 0) + (far ? 8 : 0) : 0);
        directory.UInt16(0); // no comment
        directory.UInt16(0); // the first disk
        directory.UInt16(0); // no text
        directory.UInt32(UnixAttributes);
        directory.UInt32(Small(offset));
        directory.Bytes(name);
        if (large || far)
            directory.Extra([.. large ? new[] { length, length } : [], .. far ? new[] { offset } : []]);

        var result = (Local: local.ToBytes(), Directory: directory.ToBytes());
        entries++;
        offset += result.Local.Length + length;
        directoryLength += result.Directory.Length;
        return result;
    }

    /// <summary>The bytes after the directory.</summary>
    public byte[] End()
    {
        var end = new Fields();
        if (entries >= ushort.MaxValue || offset >= uint.MaxValue || directoryLength >= uint.MaxValue)
        {
            end.UInt32(End64Signature);
            end.UInt64(44); // what follows of this record
            end.UInt16(MadeByUnix | Version45);
            end.UInt16(Version45);
            end.UInt32(0);
            end.UInt32(0);
            end.UInt64(entries);
            end.UInt64(entries);
            end.UInt64(directoryLength);
            end.UInt64(offset);
            end.UInt32(Locator64Signature);
            end.UInt32(0);
            end.UInt64(offset + directoryLength);
            end.UInt32(1);
        }

        end.UInt32(EndSignature);
        end.UInt16(0);
        end.UInt16(0);
        end.UInt16((ushort)Math.Min(entries, ushort.MaxValue));
        end.UInt16((ushort)Math.Min(entries, ushort.MaxValue));
        end.UInt32(Small(directoryLength));
        end.UInt32(Small(offset));
        end.UInt16(0);
        return end.ToBytes();
    }

    private static void AddCommon(Fields fields, ushort version, long length, uint crc, byte[] name, int extra)
    {
        fields.UInt16(version);
        fields.UInt16(NameIsUtf8);
        fields.UInt16(0); // stored
        fields.UInt16(0); // midnight
        fields.UInt16(FirstDay);
        fields.UInt32(crc);
        fields.UInt32(Small(length));
        fields.UInt32(Small(length));
        fields.UInt16(checked((ushort)name.Length));
        fields.UInt16((ushort)extra);
    }

    /// <summary>All ones say that the number stands in the ZIP64 field.</summary>
    private static uint Small(long number) => (uint)Math.Min(number, uint.MaxValue);

    private sealed class Fields
    {
        private readonly ArrayBufferWriter<byte> bytes = new(160);

        public void UInt16(int number)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.GetSpan(2), (ushort)number);
            bytes.Advance(2);
        }

        public void UInt32(uint number)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.GetSpan(4), number);
            bytes.Advance(4);
        }

        public void UInt64(long number)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(8), number);
            bytes.Advance(8);
        }

        public void Bytes(byte[] field) => bytes.Write(field);

        public void Extra(params long[] numbers)
        {
            UInt16(Zip64Extra);
            UInt16(numbers.Length * 8);
            foreach (var number in numbers)
                UInt64(number);
        }

        public byte[] ToBytes() => bytes.WrittenSpan.ToArray();
    }
}
