using System.CommandLine;
using System.Globalization;
using KiemDiem.Docs.Batch;
using KiemDiem.Docs.Batch.Results;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Batch.Work;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Batches;

/// <summary>Reads and checks a whole source and tells what a batch would do. Writes nothing.</summary>
internal sealed class DryRun(Session session, ParseResult parsed, string command)
{
    private readonly bool quiet = parsed.GetValue(session.Options.Quiet);

    /// <summary>The problems go to standard output, as errors.csv has them; the rest to standard error.</summary>
    public async Task<int> RunAsync(string path, BatchOptions options, FormRenderer renderer)
    {
        try
        {
            var source = SourceReader.Open(SourceFile.At(path), options.Source, renderer.Forms, options.Edition);
            Tell(source.Columns);
            if (!quiet)
                EncodingWarning.Tell(session, SourceReader.Suspects(
                    path, options.Source, renderer.Forms, options.Edition), withExamples: true);
            var preview = new BatchPreview(renderer, options);
            await ErrorList.WriteAsync(
                session.Terminal.Output, preview.Check(source.Records).ToAsyncEnumerable(), session.Stop);
            TellSummary(preview);
            return preview.Failed > 0 ? ExitCode.DataProblems : ExitCode.Done;
        }
        catch (UnreadableSourceException e)
        {
            throw new UsageException([e.Message], command);
        }
    }

    private void Tell(IReadOnlyList<ColumnReport> columns)
    {
        foreach (var column in quiet ? [] : columns)
        {
            var score = column.Score is { } sure
                ? string.Create(CultureInfo.InvariantCulture, $" (điểm {sure:0.00})")
                : "";
            session.Error.WriteLine(Printable.Of(
                $"Cột \"{column.Column}\": {column.Encoding.ToString().ToLowerInvariant()}{score}"));
            EncodingWarning.TellExamples(session, column);
        }
    }

    private void TellSummary(BatchPreview preview)
    {
        if (quiet)
            return;
        foreach (var name in preview.FirstNames)
            session.Error.WriteLine(Printable.Of($"Tên tệp ví dụ: {name}"));
        foreach (var (form, count) in preview.ByForm)
            session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{form}: {count} hồ sơ"));
        session.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Tổng cộng {preview.Records} hồ sơ: {preview.Records - preview.Failed} đạt, {preview.Failed} có lỗi."));
    }
}
