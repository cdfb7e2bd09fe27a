using System.CommandLine;
using System.Globalization;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>forms: which forms there are, one line for each edition.</summary>
internal sealed class FormsCommand : Command
{
    private readonly Session session;

    public FormsCommand(Session session)
        : base("forms", "Liệt kê các mẫu và phiên bản.")
    {
        this.session = session;
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        string[][] rows =
        [
            ["MẪU", "PHIÊN BẢN", "HIỆU LỰC", "TÊN"],
            .. session.LoadForms(parsed).Forms.Select(form => (string[])
            [
                form.Id, form.Edition.Id, Print(form.Edition.InForce), $"{form.Title} ({form.SoMau})",
            ]),
        ];
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
            session.Output.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        return ExitCode.Done;
    }

    private static string Print(InForce inForce) =>
        inForce.To is { } to ? $"{Print(inForce.From)} - {Print(to)}" : $"từ {Print(inForce.From)}";

    private static string Print(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
