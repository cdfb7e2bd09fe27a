using System.CommandLine;
using KiemDiem.Docs.Cli.Inputs;
using Spectre.Console;

namespace KiemDiem.Docs.Cli;

/// <summary>Goes through the records one by one; a bad one does not stop the others.</summary>
internal sealed class RecordLoop(Session session, ParseResult parsed)
{
    /// <summary>Fewer are done before a bar could be read.</summary>
    private const int ManyRecords = 5;

    private readonly bool quiet = parsed.GetValue(session.Options.Quiet);
    private readonly bool verbose = parsed.GetValue(session.Options.Verbose);

    /// <returns>The highest code of them all.</returns>
    public int Run(IReadOnlyList<Input> inputs, Func<Input, Report> work)
    {
        var done = new List<Report>();
        var withBar = session.Terminal.ErrorIsScreen && !quiet && inputs.Count >= ManyRecords;
        try
        {
            if (withBar)
                RunWithBar(inputs, work, done);
            else
                RunPlainly(inputs, work, done);
        }
        finally
        {
            // A bar and lines on one screen would overwrite each other, so the lines wait for its end.
            if (withBar)
                done.ForEach(report => Print(report, withProgress: false));
            if (inputs.Count > 1 && !quiet)
                session.Error.WriteLine(Summary(inputs.Count, done));
        }

        return done.Max(report => report.Code);
    }

    private void RunPlainly(IReadOnlyList<Input> inputs, Func<Input, Report> work, List<Report> done)
    {
        foreach (var input in inputs)
        {
            done.Add(Work(input, work));
            Print(done[^1], withProgress: true);
        }
    }

    private void RunWithBar(IReadOnlyList<Input> inputs, Func<Input, Report> work, List<Report> done)
    {
        session.Screen().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(progress =>
            {
                var bar = progress.AddTask("Đang xử lý", maxValue: inputs.Count);
                foreach (var input in inputs)
                {
                    done.Add(Work(input, work));
                    bar.Increment(1);
                }
            });
    }

    private Report Work(Input input, Func<Input, Report> work)
    {
        session.Stop.ThrowIfCancellationRequested();
        try
        {
            return work(input);
        }
        catch (Exception e) when (e is not (OperationCanceledException or Usage.UsageException))
        {
            return Report.Failure(ExitCode.OwnFault, input.Label, OwnFault.Sentence(e, verbose));
        }
    }

    private void Print(Report report, bool withProgress)
    {
        foreach (var line in report.Results)
            session.Output.WriteLine(line);
        foreach (var line in report.Errors)
            session.Error.WriteLine(line);
        foreach (var line in quiet ? [] : report.Warnings)
            session.Error.WriteLine(line);
        foreach (var line in quiet || !withProgress ? [] : report.Progress)
            session.Error.WriteLine(line);
        session.Output.Flush();
    }

    private static string Summary(int all, List<Report> done)
    {
        var good = done.Count(report => report.Code == ExitCode.Done);
        var left = all - done.Count;
        return FormattableString.Invariant($"Tổng cộng {all} tệp: {good} đạt, {done.Count - good} có lỗi")
            + (left > 0 ? FormattableString.Invariant($", {left} chưa làm.") : ".");
    }
}
