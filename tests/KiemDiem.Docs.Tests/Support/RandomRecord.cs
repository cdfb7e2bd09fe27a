using CsCheck;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>Makes records of a form: each field absent, short, or as long as it may be.</summary>
internal static class RandomRecord
{
    private static readonly string[] Syllables =
        ("Đảng ủy chi bộ kiểm điểm đánh giá xếp loại nghiêm túc khuyết điểm hằng năm nghị quyết thường xuyên "
        + "chuyển biến trách nhiệm phương hướng Ắc ẩn Ỗ nhượng nghiêng Ê\u0306 Čư\u0306 Kuin H'Bơ Ŏ ñ").Split(' ');

    private static readonly string[] Signs =
    [
        "21-KL/TW", "44/2020/QĐ-UBND", "05/12/2022", "1.234.567,89", "2019-2022",
        "12–13%", "(nếu có);", "“tự diễn biến”,", "đạt…rồi", "99,4%.", "5.(Xem", "số:…/QĐ", "21-(KL)", "đạt:(tốt)",
    ];

    private static readonly Gen<string> Word = Gen.Frequency(
        (20, Pick(Syllables)),
        (2, Pick(Signs)),
        (1, Gen.Int[1, 9999].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    private static readonly Gen<string> Token =
        Gen.Char['a', 'z'].Array[60, 220].Select(letters => new string(letters));

    private static readonly Gen<string> Paragraph = Gen.Select(
        Pick(string.Empty, string.Empty, string.Empty, "- ", "+ "),
        Gen.Frequency((6, Word.Array[1, 60]), (2, Word.Array[60, 400]), (1, Token.Array[1, 2])),
        (sign, words) => sign + string.Join(' ', words));

    /// <summary>
    /// Records without end, the same for the same seed in every run: a failure can be had again, and no run fails by
    /// chance.
    /// </summary>
    public static IEnumerable<FormRecord> Of(FormDefinition form, ulong seed)
    {
        var records = Gen.Int[0, 3].SelectMany(fullness => Values(form, fullness))
            .Select(values => new FormRecord(form, values));
        var random = new PCG(1, seed);
        while (true)
            yield return records.Generate(random, null, out _);
    }

    /// <summary>0 is the blank form, 1 mostly blank, 2 mostly filled, 3 very long.</summary>
    private static Gen<Dictionary<string, FieldValue>> Values(FormDefinition form, int fullness) =>
        form.Fields
            .Select(field => Gen.Select(Gen.Int[0, 3], Value(field, form, fullness), (chance, value) =>
                (field.Key, Value: chance < fullness ? value : null)))
            .Aggregate(
                Gen.Const(new Dictionary<string, FieldValue>()),
                (all, field) => Gen.Select(all, field, (values, one) =>
                    one.Value is null ? values : new(values) { [one.Key] = one.Value }));

    private static Gen<FieldValue> Value(FieldDefinition field, FormDefinition form, int fullness) => field switch
    {
        TextField text => Word.Array[1, 30].Select(words =>
            (FieldValue)new TextValue(Cut(string.Join(' ', words), text.MaxLength))),
        LongTextField => Paragraph.Array[1, fullness < 3 ? 6 : 42].Select(paragraphs =>
            (FieldValue)new LongTextValue(paragraphs)),
        DateField => Gen.Select(Gen.Int[1900, 2099], Gen.Int[1, 12], Gen.Int[1, 28], (year, month, day) =>
            (FieldValue)new DateValue(new PartialDate(year, month, day))),
        YearField => Gen.Int[1930, 2099].Select(year => (FieldValue)new YearValue(year)),
        ChoiceField choice => Pick(form.ChoicesOf(choice).ToArray()).Select(chosen =>
            (FieldValue)new ChoiceValue(chosen)),
        _ => throw new InvalidOperationException(field.GetType().Name),
    };

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Cut(string text, int length) => (text.Length <= length ? text : text[..length]).Trim();
}
