using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Tests.Forms;

namespace KiemDiem.Docs.Tests.Problems;

/// <summary>A record that has a problem; every value that may holds <see cref="ProblemCases.Telltale"/>.</summary>
internal sealed record ProblemCase(
    string Code, string Pointer, string Json, string? Form = TestEditions.FormId, string? Edition = "2001");

/// <summary>For every code at least one record that brings it up.</summary>
internal static class ProblemCases
{
    public const string Telltale = "Zqx7";

    private static readonly string LongText = Telltale + new string('a', 200);

    private const string Marks = "\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u030C";

    /// <summary>Some 2,500 letters with two marks; Unicode has no character for most of them.</summary>
    private static readonly string RareLetters = string.Join(' ', "bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ".SelectMany(
        letter => Marks.SelectMany(first => Marks.Select(second => $"{letter}{first}{second}"))));

    private static readonly string ManyLines = string.Concat(Enumerable.Repeat($"{Telltale}\\n", 2001));

    public static IReadOnlyDictionary<string, ProblemCase> Problems { get; } = new Dictionary<string, ProblemCase>
    {
        ["no object"] = new("notAnObject", "", $"\"{Telltale}\""),
        ["an array"] = new("notAnObject", "", $"[\"{Telltale}\"]"),
        ["null"] = new("notAnObject", "", "null"),
        ["unknown key"] = new("unknownKey", "/khongCo", $$"""{ "khongCo": "{{Telltale}}" }"""),
        ["mistyped key"] = new("unknownKey", "/nguoiMuom", $$"""{ "nguoiMuom": "{{Telltale}}" }"""),
        ["odd key"] = new("unknownKey", "/a~1b~0c", $$"""{ "a/b~c": "{{Telltale}}" }"""),
        ["duplicate key"] = new(
            "duplicateKey", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}}", "nguoiMuon": "{{Telltale}}" }"""),
        ["number for text"] = new("wrongType", "/nguoiMuon", """{ "nguoiMuon": 12345 }"""),
        ["array for text"] = new("wrongType", "/nguoiMuon", $$"""{ "nguoiMuon": ["{{Telltale}}"] }"""),
        ["object for long text"] = new("wrongType", "/lyDoMuon", $$"""{ "lyDoMuon": { "a": "{{Telltale}}" } }"""),
        ["number in long text"] = new("wrongType", "/lyDoMuon/1", $$"""{ "lyDoMuon": ["{{Telltale}}", 12345] }"""),
        ["null in long text"] = new("wrongType", "/lyDoMuon/1", $$"""{ "lyDoMuon": ["{{Telltale}}", null] }"""),
        ["array in long text"] = new("wrongType", "/lyDoMuon/0", $$"""{ "lyDoMuon": [["{{Telltale}}"]] }"""),
        ["number for date"] = new("wrongType", "/ngaySinh", """{ "ngaySinh": 12345 }"""),
        ["string for year"] = new("wrongType", "/namKiemDiem", $$"""{ "namKiemDiem": "{{Telltale}}" }"""),
        ["boolean for choice"] = new("wrongType", "/hinhThuc", """{ "hinhThuc": true }"""),
        ["long name"] = new("tooLong", "/nguoiMuon", $$"""{ "nguoiMuon": "{{LongText}}" }"""),
        ["long reason"] = new("tooLong", "/lyDoMuon", $$"""{ "lyDoMuon": ["{{LongText}}", "{{LongText}}"] }"""),
        ["many lines"] = new("tooManyItems", "/ghiChu", $$"""{ "ghiChu": "{{ManyLines}}" }"""),
        ["line break"] = new("lineBreak", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}}\nAn" }"""),
        ["bad date"] = new("badDate", "/ngaySinh", $$"""{ "ngaySinh": "{{Telltale}}" }"""),
        ["bad year"] = new("badYear", "/namKiemDiem", """{ "namKiemDiem": 12345 }"""),
        ["bad choice"] = new("badChoice", "/hinhThuc", $$"""{ "hinhThuc": "{{Telltale}}" }"""),
        ["control"] = new("controlCharacter", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}}\u0007" }"""),
        ["control in item"] = new(
            "controlCharacter", "/lyDoMuon/1", $$"""{ "lyDoMuon": ["a", "{{Telltale}}\u0007"] }"""),
        ["lone surrogate"] = new("loneSurrogate", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}}\ud83d" }"""),
        ["lone surrogate in item"] = new(
            "loneSurrogate", "/lyDoMuon/0", $$"""{ "lyDoMuon": ["{{Telltale}}\udc00"] }"""),
        ["lone surrogate in key"] = new("loneSurrogate", "", $$"""{ "{{Telltale}}\ud83d": "{{Telltale}}" }"""),
        ["soft hyphen"] = new("softHyphen", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}}\u00ad" }"""),
        ["too many marks"] = new(
            "tooManyMarks", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}} x\u0306\u0306\u0306" }"""),
        ["too many rare letters"] = new(
            "tooManyRareLetters", "/lyDoMuon", $$"""{ "lyDoMuon": "{{Telltale}} {{RareLetters}}" }"""),
        ["no glyph"] = new("noGlyph", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}} 😀" }"""),
        ["no character"] = new("noGlyph", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}} \ufffe" }"""),
        ["wrong form"] = new("wrongForm", "/form", $$"""{ "form": "{{Telltale}}" }"""),
        ["number for form"] = new("wrongForm", "/form", """{ "form": 12345 }"""),
        ["no form"] = new("noForm", "/form", $$"""{ "nguoiMuon": "{{Telltale}}" }""", Form: null),
        ["form that is no text"] = new("noForm", "/form", """{ "form": 12345 }""", Form: null),
        ["unknown form"] = new("unknownForm", "/form", $$"""{ "form": "{{Telltale}}" }""", Form: null, Edition: null),
        ["unknown edition"] = new("unknownEdition", "", $$"""{ "nguoiMuon": "{{Telltale}}" }""", Edition: Telltale),
        ["too early"] = new("noEditionInForce", "/ngayLap", """{ "ngayLap": "2001-02-28" }""", Edition: null),
    };

    public static IReadOnlyDictionary<string, ProblemCase> Warnings { get; } = new Dictionary<string, ProblemCase>
    {
        ["missing"] = new("missing", "/namKiemDiem", $$"""{ "nguoiMuon": "{{Telltale}}" }"""),
        ["gha"] = new("ghaLetter", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}} \u01a3" }"""),
        ["gha in item"] = new("ghaLetter", "/lyDoMuon/1", $$"""{ "lyDoMuon": ["a", "{{Telltale}} \u01a2"] }"""),
        ["hidden"] = new("hiddenCharacter", "/nguoiMuon", $$"""{ "nguoiMuon": "{{Telltale}}\u200b" }"""),
    };

    public static CheckedRecord Check(this ProblemCase @case) =>
        TestEditions.Renderer.Check(Encoding.UTF8.GetBytes(@case.Json), @case.Form, @case.Edition);
}
