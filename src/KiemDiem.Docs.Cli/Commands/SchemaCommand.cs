using System.CommandLine;
using KiemDiem.Docs.Cli.Outputs;
using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>schema: the JSON Schema of a form's records.</summary>
internal sealed class SchemaCommand : Command
{
    private readonly Argument<string> form = RecordOptions.FormArgument();
    private readonly Option<string> edition = RecordOptions.NewestEdition();
    private readonly Session session;

    public SchemaCommand(Session session)
        : base("schema", "In lược đồ (JSON Schema) của dữ liệu một mẫu.")
    {
        this.session = session;
        Add(form);
        Add(edition);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var definition = FormChoice.Find(
            session.LoadForms(parsed),
            parsed.GetRequiredValue(form),
            parsed.GetValue(edition),
            CommandPath.Of(this));
        session.Output.WriteLine(ReadableJson.Of(RecordSchema.Of(definition)));
        return ExitCode.Done;
    }
}
