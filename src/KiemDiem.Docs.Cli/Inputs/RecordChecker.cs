using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Cli.Inputs;

/// <summary>Reads an input and checks it. Whatever is wrong with it becomes a problem of that input.</summary>
internal sealed class RecordChecker(FormRenderer renderer, Session session, string? form, string? edition)
{
    /// <summary>One byte more than allowed tells what is too large.</summary>
    private readonly byte[] buffer = new byte[Limits.RecordBytes + 1];

    public CheckedRecord Check(Input input)
    {
        try
        {
            return Read(input) is { } json
                ? renderer.Check(json, form, edition)
                : Refuse("tooLarge", $"Dữ liệu quá lớn; tối đa {Limits.RecordBytes / 1024} KiB.");
        }
        catch (MalformedJsonException e)
        {
            return Refuse("malformedJson", e.Message);
        }
        catch (Exception e) when (IoReason.IsIo(e))
        {
            return Refuse("unreadable", $"Không đọc được: {IoReason.Of(e)}.");
        }
    }

    /// <summary>A pipe or a terminal that says nothing cannot be cancelled; when stopped, it is left behind.</summary>
    /// <returns>Null where it is larger than a record may be.</returns>
    private byte[]? Read(Input input) =>
        Task.Run(() => ReadNow(input)).WaitAsync(session.Stop).GetAwaiter().GetResult();

    private byte[]? ReadNow(Input input)
    {
        if (input.Path is null)
            return ReadBounded(session.Terminal.Input);
        using var file = File.OpenRead(input.Path);
        return ReadBounded(file);
    }

    private byte[]? ReadBounded(Stream stream)
    {
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return count > Limits.RecordBytes ? null : buffer[..count];
    }

    private static CheckedRecord Refuse(string code, string detail) =>
        new(null, null, [new Problem(FieldPath.Root, code, detail)], []);
}
