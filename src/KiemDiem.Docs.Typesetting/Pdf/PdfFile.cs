using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace KiemDiem.Docs.Typesetting.Pdf;

/// <summary>
/// The lower floor: numbered objects, streams, object streams, the cross-reference stream. It knows no fonts.
/// </summary>
/// <remarks>Source: ISO 32000-1, 7.3.8 (streams), 7.3.10 (indirect objects), 7.5 (file structure).</remarks>
internal sealed class PdfFile : IDisposable
{
    /// <summary>A reader inflates a whole object stream for one object of it.</summary>
    private const int ObjectsPerStream = 400;

    private readonly PdfBuffer output = new();
    private readonly PdfBuffer packed = new();
    private readonly PdfBuffer packedOffsets = new();
    private readonly MemoryStream deflated = new(capacity: 32 * 1024);
    private readonly List<PdfReference> packedObjects = [];
    private readonly List<Place> places = [];

    public PdfFile() => output.Add("%PDF-1.7\n%"u8).Add([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>A number for an object that will be written, so that others can name it before.</summary>
    public PdfReference Reserve()
    {
        places.Add(default);
        return new PdfReference(places.Count);
    }

    /// <summary>Begins an object; write its value and close it with <see cref="End"/>.</summary>
    public PdfBuffer Begin(PdfReference reference)
    {
        places[reference.Number - 1] = Place.At(output.Length);
        return output.Add(reference.Number).Add(" 0 obj\n"u8);
    }

    public void End() => output.Add("\nendobj\n"u8);

    /// <summary>
    /// Begins an object among many small ones that are deflated together. Write its value; the next call ends it.
    /// It is no stream.
    /// </summary>
    public PdfBuffer Pack(PdfReference reference)
    {
        if (packedObjects.Count == ObjectsPerStream)
            WritePacked();
        if (packedObjects.Count > 0)
            packed.Add((byte)'\n');
        packedObjects.Add(reference);
        packedOffsets.Add(reference.Number).Add((byte)' ').Add(packed.Length).Add((byte)' ');
        return packed;
    }

    /// <summary>Writes a deflated stream.</summary>
    /// <param name="reference">Its number.</param>
    /// <param name="content">Its bytes before compression.</param>
    /// <param name="entries">Further entries of its dictionary, in PDF syntax.</param>
    public void WriteStream(PdfReference reference, ReadOnlySpan<byte> content, string entries = "")
    {
        deflated.SetLength(0);
        using (var deflate = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);

        WriteRaw(reference, deflated.GetBuffer().AsSpan(0, (int)deflated.Length), "/Filter/FlateDecode" + entries);
    }

    /// <summary>Writes a stream as it is.</summary>
    public void WriteRaw(PdfReference reference, ReadOnlySpan<byte> content, string entries = "")
    {
        Begin(reference)
            .Add("<</Length "u8).Add(content.Length).Add(entries).Add(">>\nstream\n"u8)
            .Add(content)
            .Add("\nendstream"u8);
        End();
    }

    /// <summary>Writes what is still packed, and the cross-reference stream with the trailer's entries.</summary>
    /// <remarks>The file's identifier is taken from its bytes, so equal files have equal identifiers.</remarks>
    public byte[] Finish(PdfReference catalog, PdfReference info)
    {
        WritePacked();
        var identifier = Convert.ToHexString(SHA256.HashData(output.Span).AsSpan(0, 16));
        var crossReferences = Reserve();
        var start = output.Length;
        places[crossReferences.Number - 1] = Place.At(start);
        var entries = string.Create(
            CultureInfo.InvariantCulture,
            $"/Type/XRef/Size {places.Count + 1}/W[1 4 2]/Root {catalog}/Info {info}/ID[<{identifier}><{identifier}>]");
        WriteStream(crossReferences, CrossReferences(), entries);
        output.Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
        return output.Span.ToArray();
    }

    public void Dispose()
    {
        output.Dispose();
        packed.Dispose();
        packedOffsets.Dispose();
        deflated.Dispose();
    }

    private void WritePacked()
    {
        if (packedObjects.Count == 0)
            return;
        var reference = Reserve();
        for (var i = 0; i < packedObjects.Count; i++)
            places[packedObjects[i].Number - 1] = Place.Inside(reference, i);
        var entries = string.Create(
            CultureInfo.InvariantCulture,
            $"/Type/ObjStm/N {packedObjects.Count}/First {packedOffsets.Length}");
        WriteStream(reference, packedOffsets.Add(packed.Span).Span, entries);
        packed.Clear();
        packedOffsets.Clear();
        packedObjects.Clear();
    }

    /// <summary>For each object from 0 on: a kind, four bytes and two bytes (ISO 32000-1, 7.5.8.3).</summary>
    private byte[] CrossReferences()
    {
        const int EntryLength = 7;
        var table = new byte[EntryLength * (places.Count + 1)];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(5), ushort.MaxValue);
        for (var i = 0; i < places.Count; i++)
        {
            var entry = table.AsSpan(EntryLength * (i + 1));
            entry[0] = places[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(entry[1..], places[i].Where);
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], places[i].Index);
        }

        return table;
    }

    /// <summary>Where an object is: at an offset of the file, or the how-manieth of an object stream.</summary>
    private readonly record struct Place(byte Kind, int Where, ushort Index)
    {
        public static Place At(int offset) => new(1, offset, 0);

        public static Place Inside(PdfReference stream, int index) => new(2, stream.Number, (ushort)index);
    }
}

/// <summary>The number of an indirect object; written as <c>12 0 R</c>.</summary>
internal readonly record struct PdfReference(int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} 0 R");
}
