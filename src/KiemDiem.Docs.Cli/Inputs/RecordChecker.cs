using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Cli.Inputs;

/// <summary>Reads an input and checks it. Whatever is wrong with it becomes a problem of that input.</summary>
internal sealed class RecordChecker(FormRenderer renderer, Session session, string? form, string? edition)
{
    public Checked<FormRecord> Check(Input input)
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

    /// <returns>Null where it is larger than a record may be.</returns>
    private byte[]? Read(Input input)
    {
        if (input.Path is not null)
        {
            using var file = File.OpenRead(input.Path);
            return ReadBounded(file);
        }

        // A terminal's read cannot be cancelled; Ctrl-C leaves it behind.
        return Task.Run(() => ReadBounded(session.Terminal.Input)).WaitAsync(session.Stop).GetAwaiter().GetResult();
    }

    private static byte[]? ReadBounded(Stream stream)
    {
        var buffer = new byte[Limits.RecordBytes + 1];
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return count > Limits.RecordBytes ? null : buffer[..count];
    }

    private static Checked<FormRecord> Refuse(string code, string detail) =>
        new(null, [new Problem(FieldPath.Root, code, detail)], []);
}
