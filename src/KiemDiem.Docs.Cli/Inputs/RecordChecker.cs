using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Cli.Inputs;

/// <summary>Reads an input and checks it. Whatever is wrong with it becomes a problem of that input.</summary>
internal sealed class RecordChecker(FormRenderer renderer, Session session, string? form, string? edition)
{
    private readonly InputReader reader = new(session, Limits.RecordBytes);

    public CheckedRecord Check(Input input)
    {
        try
        {
            return reader.Read(input) is { } json
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

    private static CheckedRecord Refuse(string code, string detail) =>
        new(null, null, [new Problem(FieldPath.Root, code, detail)], []);
}
