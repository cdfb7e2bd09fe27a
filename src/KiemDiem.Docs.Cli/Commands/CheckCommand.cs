using System.CommandLine;
using KiemDiem.Docs.Cli.Inputs;
using KiemDiem.Docs.Cli.Outputs;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>check: what is wrong with records; here the problems are the result.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Argument<string[]> files = RecordOptions.Files();
    private readonly Option<string> formName = RecordOptions.Form();
    private readonly Option<string> editionName = RecordOptions.Edition();
    private readonly Session session;

    public CheckCommand(Session session)
        : base("check", "Kiểm tra dữ liệu, không lập văn bản.")
    {
        this.session = session;
        Add(files);
        Add(formName);
        Add(editionName);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var command = CommandPath.Of(this);
        var inputs = InputList.Expand(parsed.GetRequiredValue(files), command);
        var (form, edition) = (parsed.GetValue(formName), parsed.GetValue(editionName));
        var renderer = session.LoadRenderer(parsed);
        FormChoice.Require(renderer.Forms, form, edition, command);

        var quiet = parsed.GetValue(session.Options.Quiet);
        var checker = new RecordChecker(renderer, session, form, edition);
        return new RecordLoop(session, parsed).Run(inputs, input => Check(input, checker, quiet));
    }

    private static Report Check(Input input, RecordChecker checker, bool quiet)
    {
        var found = checker.Check(input);
        var warnings = RenderWork.Warnings(input, found);
        if (found.Value is not { Form: var form })
            return new Report(ExitCode.DataProblems, RenderWork.Refusal(input, found).Errors, [], warnings, []);
        return new Report(
            ExitCode.Done,
            quiet ? [] : [$"{Printable.Of(input.Label)}: hợp lệ ({form.Id}, phiên bản {form.Edition.Id})"],
            [],
            warnings,
            []);
    }
}
