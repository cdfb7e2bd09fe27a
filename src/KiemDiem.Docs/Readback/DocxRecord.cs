using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Typesetting.Docx.Reading;

namespace KiemDiem.Docs.Readback;

/// <summary>The record in a Word file, with what somebody changed in Word.</summary>
internal static class DocxRecord
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="UnreadableFileException">There is none, or the file is broken or hostile.</exception>
    public static BoundDocument Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return DocxReader.Read(file);
        }
        catch (UnreadableDocxException e)
        {
            throw new UnreadableFileException(e.Fault switch
            {
                DocxFault.Foreign => FoundInFile.Foreign(),
                DocxFault.Macros => FoundInFile.Macros(),
                DocxFault.Costly => FoundInFile.Costly(),
                _ => FoundInFile.Broken(),
            });
        }
    }

    /// <summary>Holds every field of the original record against the document.</summary>
    public static RecordEdits Compare(BoundDocument document, FormRecord original)
    {
        var controls = document.Controls
            .Select(control => (Tag: ValueTag.TryParse(control.Tag), Control: control))
            .Where(one => one.Tag is not null)
            .ToLookup(one => one.Tag!.Field, one => (one.Tag!, one.Control));
        var values = document.Values
            .Select(value => (Tag: ValueTag.TryParse(value.Tag), value.Text))
            .Where(one => one.Tag is not null)
            .ToLookup(one => one.Tag!.Field, one => (one.Tag!, one.Text));
        var json = JsonNode.Parse(RecordWriter.Write(original))!.AsObject();
        var edits = new RecordEdits();
        foreach (var field in original.Form.Fields)
        {
            var edit = FieldReader.Read(
                original, field, document.Text, [.. controls[field.Key]], [.. values[field.Key]]);
            edits.Add(FieldPath.Root.Child(field.Key), edit, json);
        }

        edits.Json = Encoding.UTF8.GetBytes(json.ToJsonString(Readable) + "\n");
        return edits;
    }
}

/// <summary>The record after the edits, and what is to be said of them.</summary>
internal sealed class RecordEdits
{
    public byte[] Json { get; set; } = [];

    public List<FieldPath> Edited { get; } = [];

    public List<Problem> Problems { get; } = [];

    public List<Problem> Warnings { get; } = [];

    public void Add(FieldPath path, FieldEdit edit, JsonObject json)
    {
        var key = path.Pointer[1..];
        switch (edit)
        {
            case FieldEdit.Lost:
                Warnings.Add(FoundInFile.LostControl(path));
                break;
            case FieldEdit.Torn:
                Problems.Add(FoundInFile.DifferentEdits(path));
                Edited.Add(path);
                break;
            case FieldEdit.Crossed:
                Problems.Add(FoundInFile.TwoChoices(path));
                Edited.Add(path);
                break;
            case FieldEdit.Changed { Value: null } when json.Remove(key):
                Edited.Add(path);
                break;
            case FieldEdit.Changed { Value: { } value } when !JsonNode.DeepEquals(value, json[key]):
                json[key] = value;
                Edited.Add(path);
                break;
        }
    }
}
