using System.CommandLine;
using KiemDiem.Docs.Cli.Outputs;
using KiemDiem.Docs.Cli.Usage;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>sample: a record to begin with.</summary>
internal sealed class SampleCommand : Command
{
    private readonly Argument<string> form = RecordOptions.FormArgument();
    private readonly Option<bool> blank = new("--blank")
    {
        Description = "Bản trống: in ra để điền bằng tay.",
    };

    private readonly Option<string> edition = RecordOptions.NewestEdition();
    private readonly Session session;

    public SampleCommand(Session session)
        : base("sample", "In dữ liệu mẫu đã điền sẵn của một mẫu.")
    {
        this.session = session;
        Add(form);
        Add(blank);
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
        var record = parsed.GetValue(blank) ? RecordSample.Blank(definition) : RecordSample.Filled(definition);
        session.Output.WriteLine(ReadableJson.Of(record));
        return ExitCode.Done;
    }
}
