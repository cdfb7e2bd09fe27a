using System.CommandLine;
using KiemDiem.Docs.Batch.Sources;
using KiemDiem.Docs.Cli.Usage;

namespace KiemDiem.Docs.Cli.Batches;

/// <summary>How the text of a source is to be read, by option.</summary>
internal sealed class EncodingOptions
{
    private static readonly IReadOnlyDictionary<string, TextEncoding> ByName =
        new Dictionary<string, TextEncoding>(StringComparer.OrdinalIgnoreCase)
        {
            ["unicode"] = TextEncoding.Unicode,
            ["tcvn3"] = TextEncoding.Tcvn3,
            ["vni"] = TextEncoding.Vni,
            ["auto"] = TextEncoding.Auto,
        };

    private readonly Option<string[]> encoding = new("--encoding")
    {
        HelpName = "BẢNG-MÃ",
        Description = "unicode, tcvn3, vni hoặc auto; cho riêng một cột: CỘT=BẢNG-MÃ (mặc định: unicode).",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> capitals = new("--capitals")
    {
        HelpName = "CỘT",
        Description = "Cột gõ bằng phông chữ hoa (.VnTimeH…): đổi thành chữ in hoa.",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(encoding);
        command.Add(capitals);
    }

    public SourceOptions Read(ParseResult parsed, string command)
    {
        var whole = TextEncoding.Unicode;
        var columns = new SortedDictionary<string, TextEncoding>(StringComparer.Ordinal);
        foreach (var said in parsed.GetValue(encoding) ?? [])
        {
            var split = said.LastIndexOf('=');
            var name = said[(split + 1)..];
            if (!ByName.TryGetValue(name, out var known))
            {
                throw new UsageException(
                    [$"Không có bảng mã \"{name}\"; các bảng mã: {string.Join(", ", ByName.Keys)}."], command);
            }

            if (split < 0)
                whole = known;
            else
                columns[said[..split]] = known;
        }

        return new SourceOptions
        {
            Encoding = whole,
            ColumnEncodings = columns,
            CapitalColumns = parsed.GetValue(capitals) ?? [],
        };
    }
}
