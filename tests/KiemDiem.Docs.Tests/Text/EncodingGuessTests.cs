using CsCheck;
using KiemDiem.Docs.Text;

namespace KiemDiem.Docs.Tests.Text;

public static class EncodingGuessTests
{
    private static readonly string[] French =
    [
        "Où êtes-vous allés l'été dernier ? À la plage, près de Sète.", "Le comité s'est réuni à Genève le 5 août.",
        "Ça dépend du côté où l'on se trouve.", "L'élève a reçu une très bonne note à l'école.",
        "Tôt ou tard, il faudra bien répondre.", "C'est là qu'il a été envoyé.", "Noël, maïs, haïr, naïf, Caïn, Haïti",
        "Un thé glacé et du pâté de forêt", "Le goût du vin blanc", "Le maître n'a pas pu être présent.",
        "Hélène et José ont dîné chez François.", "Nous avons dû rentrer plus tôt que prévu.",
        "« Bien sûr », a-t-elle dit, « où sont-ils ? »", "Un rôle clé dans la création de la société",
    ];

    private static readonly string[] English =
    [
        "The café closed early; a naïve résumé and a façade remained.",
        "Windows® and Office® cost £50 ± 5 · §5 applies.",
        "½ cup of crème brûlée at 20 °C", "The coöperation of Zoë and Chloë was praised.", "John Smith",
        "Temperature: 5 µm × 3 ¹ ² ³ ¼", "The annual report of the committee",
    ];

    private static readonly string[] Names =
    [
        "Nguyễn Văn Hùng", "Trần Thị Hà", "Lê Đức Thọ", "Phạm Thị Hồng Hạnh", "Đỗ Xuân Hợp", "Vũ Đình Tùng",
        "Bùi Thị Mỹ",
        "Hồ Sỹ Quý", "Lý Thị Tố Uyên", "Hoàng Quốc Khánh", "Võ Thị Ngọc Bích", "Đặng Trường Sơn",
    ];

    /// <summary>What people write; the samples of odd letters hold words that are none.</summary>
    private static IEnumerable<(string File, string Key, string Text)> Ordinary => SampleTexts.All.Where(one =>
        !one.File.EndsWith("chu-kho.json", StringComparison.Ordinal) && SampleTexts.Vietnamese.Contains(one.Text));

    public static TheoryData<LegacyEncoding> Legacies => [LegacyEncoding.Tcvn3, LegacyEncoding.Vni];

    [Theory]
    [MemberData(nameof(Legacies))]
    public static void Each_long_field_of_the_samples_is_known_in_its_encoding(LegacyEncoding encoding)
    {
        var fields = Ordinary.GroupBy(one => one.Key)
            .Where(field => field.SelectMany(one => one.Text).Distinct().Count(c => c > 127) > 3).ToList();

        Assert.True(fields.Count > 20);
        Assert.All(fields, field =>
        {
            var guess = EncodingGuess.Of(field.Select(one => LegacyBytes.Encode(one.Text, encoding)));
            Assert.True(guess.Encoding == encoding, $"{field.Key}: {guess}");
            Assert.InRange(guess.Score, 0.3, 1);
        });
    }

    [Fact]
    public static void No_field_of_the_samples_is_taken_for_legacy() => Assert.All(
        SampleTexts.All.GroupBy(one => one.Key),
        field => Assert.Equal(LegacyEncoding.None, EncodingGuess.Of(field.Select(one => one.Text)).Encoding));

    [Fact]
    public static void No_single_text_of_the_samples_is_taken_for_legacy() => Assert.All(
        SampleTexts.All, one => Assert.Equal(LegacyEncoding.None, EncodingGuess.Of([one.Text]).Encoding));

    /// <summary>Each text and word alone, for a column may have one value; and every selection of some texts.</summary>
    [Fact]
    public static void French_and_English_stay_what_they_are()
    {
        string[] all = [.. French, .. English, .. French.SelectMany(text => text.Split(' '))];
        Assert.All(all, text => Assert.Equal(LegacyEncoding.None, EncodingGuess.Of([text]).Encoding));
        Pick([.. French, .. English]).Array[1, 8].Sample(
            texts => EncodingGuess.Of(texts).Encoding == LegacyEncoding.None);
    }

    [Theory]
    [MemberData(nameof(Legacies))]
    public static void A_column_of_a_few_names_is_known_too(LegacyEncoding encoding) => Pick(Names).Array[1, 5]
        .Sample(names => EncodingGuess.Of(names.Select(name => LegacyBytes.Encode(name, encoding))).Encoding
            is var found && (found == encoding
                || (found == LegacyEncoding.None && names.Distinct().Count() == 1)));

    [Fact]
    public static void Names_in_Unicode_stay_what_they_are() =>
        Pick([.. Names, "Hà", "Lý Thị Hà", "Võ Thị Lan", "Trần Phú", "Y Khoa", "Lê Thì", "Chí Công"]).Array[1, 5]
            .Sample(names => EncodingGuess.Of(names) is { Encoding: LegacyEncoding.None });

    [Fact]
    public static void Plain_letters_and_nothing_at_all_are_Unicode_for_certain()
    {
        Assert.Equal(new EncodingGuess(LegacyEncoding.None, 1), EncodingGuess.Of(["UBND", "Chi bo 1", "05/12/2022"]));
        Assert.Equal(new EncodingGuess(LegacyEncoding.None, 1), EncodingGuess.Of([]));
    }

    /// <summary>Converting would spoil the half that is sound; the low score tells.</summary>
    [Theory]
    [MemberData(nameof(Legacies))]
    public static void A_mixed_column_is_left_alone_and_the_score_says_so(LegacyEncoding encoding)
    {
        var guess = EncodingGuess.Of(Names.Select((name, i) => i % 4 == 0 ? name : LegacyBytes.Encode(name, encoding)));

        Assert.Equal(LegacyEncoding.None, guess.Encoding);
        Assert.InRange(guess.Score, 0, 0.6);
    }

    [Theory]
    [InlineData("nghiêng", true)]
    [InlineData("Quyển", true)]
    [InlineData("gì", true)]
    [InlineData("giếng", true)]
    [InlineData("HÒA", true)]
    [InlineData("hoà", true)]
    [InlineData("thuở", true)]
    [InlineData("quýt", true)]
    [InlineData("Quyù", false)]
    [InlineData("khuỷu", true)]
    [InlineData("yếu", true)]
    [InlineData("tôt", false)]
    [InlineData("tốt", true)]
    [InlineData("été", false)]
    [InlineData("où", false)]
    [InlineData("nghiêêng", false)]
    [InlineData("ế̀", false)]
    [InlineData("strong", false)]
    [InlineData("", false)]
    public static void Syllables_are_known_by_how_they_are_built(string word, bool isOne) =>
        Assert.Equal(isOne, VietnameseSyllable.IsOne(word));

    [Fact]
    public static void Nearly_all_words_of_the_samples_are_such_syllables()
    {
        var words = Ordinary.SelectMany(one => one.Text.Split(' ', '.', ',', ';', ':', '"', '(', ')', '-', '/'))
            .Where(word => word.Any(c => c > 127) && word.All(char.IsLetter)).Distinct().ToList();

        Assert.True(words.Count > 200);
        Assert.InRange((double)words.Count(VietnameseSyllable.IsOne) / words.Count, 0.98, 1);
    }

    private static Gen<string> Pick(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
