using KiemDiem.Docs.Tests.Samples;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Fidelity;

/// <summary>
/// The Word file, as LibreOffice prints it, and the PDF are the same document: page by page, line by line, and word by
/// word to the millimetre.
/// </summary>
public sealed class FidelityTests(PrintedRecords printed) : IClassFixture<PrintedRecords>
{
    /// <summary>The records that LibreOffice tears: these and no others.</summary>
    private static readonly Dictionary<string, string[]> Torn = new()
    {
        ["ban-kiem-diem-ca-nhan"] = ["#13", "#23", "#35", "#38", "#50"],
        ["bao-cao-kiem-diem-tap-the"] = [],
        ["phieu-nhan-xet"] = [],
        ["phieu-xin-y-kien"] = [],
    };

    public static TheoryData<string> Samples => SampleTests.Samples;

    public static TheoryData<string> Forms => [.. Engine.Renderer.Forms.FormIds];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_the_same_in_both_files(string sample)
    {
        var record = printed.Compared.Single(one => one.Name == sample.Replace('\\', '/'));

        Assert.True(record.Comparison.IsSame, Message(record));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Random_records_are_the_same_in_both_files(string form)
    {
        var records = printed.Compared.Where(one => one.IsRandom && one.Form == form).ToList();

        Assert.Equal(50, records.Count);
        Assert.All(records.Where(one => !one.IsTorn), one => Assert.True(one.Comparison.IsSame, Message(one)));
        Assert.Equal(Torn[form], records.Where(one => one.IsTorn).Select(one => one.Name));
        Assert.All(records.Where(one => one.IsTorn), one => Assert.True(one.BeforeTear!.IsSame, Message(one)));
    }

    [Fact]
    public void The_random_records_go_from_the_blank_form_to_more_than_25_pages()
    {
        var records = printed.Compared.Where(one => one.IsRandom).ToList();

        Assert.Equal(200, records.Count);
        Assert.Contains(records, one => one.IsBlank);
        Assert.InRange(records.Max(one => one.Comparison.Pages), 26, 30);
    }

    /// <summary>
    /// The figures in docs/fidelity.md are those of this run. Millimetres may differ a little on another processor.
    /// </summary>
    [Fact]
    public void The_table_in_the_documents_is_that_of_this_run()
    {
        var file = Path.Combine(Repository.Root, "docs", "fidelity.md");
        var table = FidelityTable.Of(printed.Compared);
        Console.WriteLine(table);
        var written = File.ReadAllText(file);
        if (Acceptance.IsOn)
            File.WriteAllText(file, FidelityTable.Replace(written, table));
        else
            FidelityTable.AssertSame(FidelityTable.In(written), table, Acceptance.Advice);
    }

    private static string Message(ComparedRecord record)
    {
        var comparison = record.Comparison;
        return $"{record.Form} {record.Name}: {comparison.Pages} pages, theirs {comparison.TheirPages}; "
            + $"{comparison.OtherLines} other lines; {comparison.Near} of {comparison.Words} words within 1 mm.\n"
            + $"ours:   {comparison.First?.Ours}\ntheirs: {comparison.First?.Theirs}";
    }
}
