using System.Text;
using KiemDiem.Docs.Typesetting.Model;
using Xunit.Sdk;

namespace KiemDiem.Docs.Tests.TheThuc;

/// <summary>
/// Each test of a clause finds the faults that it is there for: first with the fault in the PDF alone, then in the
/// Word file alone.
/// </summary>
public static class ChecksCanFailTests
{
    public static TheoryData<string, string> All =>
        [.. Faults.All.Select(pair => (TheRegulation.NameOf(pair.Check.Method), pair.Fault.ToString()))];

    [Theory]
    [MemberData(nameof(All))]
    public static void A_fault_in_either_file_is_found(string test, string fault)
    {
        var (check, made) = Faults.All.Single(
            pair => TheRegulation.NameOf(pair.Check.Method) == test && pair.Fault.ToString() == fault);
        var (sound, faulty) = (made.Sound, made.Faulty);

        check(new PrintedForm(made.Sample, made.Date));
        if (made.Shows.HasFlag(Shows.Pdf))
            AssertFinds(check, new PrintedForm(faulty, Words(sound, faulty), made.Sample, made.Date), "PDF");
        if (made.Shows.HasFlag(Shows.Word))
            AssertFinds(check, new PrintedForm(Words(sound, faulty), faulty, made.Sample, made.Date), "Word file");
    }

    [Fact]
    public static void No_test_of_a_clause_is_without_a_fault_that_it_finds() => Assert.Equal(
        TheRegulation.Tests.Select(TheRegulation.NameOf).Order(StringComparer.Ordinal),
        Faults.All.Select(pair => TheRegulation.NameOf(pair.Check.Method)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Where the fault is in the words, both files have it: they could not be compared otherwise.</summary>
    private static Document Words(Document sound, Document faulty) => Text(sound) == Text(faulty) ? sound : faulty;

    private static string Text(Document document)
    {
        var text = new StringBuilder();
        Fault.OnParagraphs(paragraph =>
        {
            text.Append(paragraph.PlainText).Append('\n');
            return paragraph;
        })(document);
        return text.ToString();
    }

    /// <summary>That the two files do not go together is no finding: it is not the test that says so.</summary>
    private static void AssertFinds(Action<PrintedForm> check, PrintedForm form, string file)
    {
        _ = form.Paragraphs;
        Assert.True(Record.Exception(() => check(form)) is XunitException, $"The fault in the {file} is not found.");
    }
}
