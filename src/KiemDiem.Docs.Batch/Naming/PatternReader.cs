using System.Globalization;
using System.Text;
using KiemDiem.Docs.Data;
using KiemDiem.Docs.Forms;

namespace KiemDiem.Docs.Batch.Naming;

/// <summary>Takes a pattern apart, and refuses one that could not name files.</summary>
internal static class PatternReader
{
    private const int MaxLength = 500;
    private const int MaxParts = 8;
    private const int MaxWidth = 12;

    public static IReadOnlyList<NamePart> Read(string text, FormLibrary forms, bool ascii)
    {
        if (text.Length > MaxLength)
            throw new BadNamePatternException($"Mẫu đặt tên tệp dài quá {MaxLength} ký tự.");
        if (text.EnumerateRunes().Any(rune => rune.Value is not '/' && SafeName.IsForbidden(rune)
            && !IsColonOfWidth(rune)))
        {
            throw Forbidden();
        }

        var parts = text.Normalize(NormalizationForm.FormC).Split('/');
        if (parts.Length > MaxParts)
            throw new BadNamePatternException($"Mẫu đặt tên tệp có quá {MaxParts} cấp thư mục.");
        var keys = forms.Forms.SelectMany(form => form.FieldsByKey.Keys).ToHashSet(StringComparer.Ordinal);
        return [.. parts.Select(part => ReadPart(part, keys, ascii))];
    }

    private static NamePart ReadPart(string text, HashSet<string> keys, bool ascii)
    {
        var pieces = new List<NamePiece>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOfAny(['{', '}'], at);
            if (open != at)
                pieces.Add(Words(open < 0 ? text[at..] : text[at..open], ascii));
            if (open < 0)
                break;
            var close = text.IndexOf('}', open);
            if (text[open] == '}' || close < 0 || text.IndexOf('{', open + 1, close - open) >= 0)
                throw new BadNamePatternException("Mẫu đặt tên tệp có dấu ngoặc nhọn không đi thành cặp.");
            pieces.Add(Value(text[(open + 1)..close], keys));
            at = close + 1;
        }

        if (pieces.All(piece => !piece.IsValue && SafeName.Of(piece.Text, SafeName.FileBytes).Length == 0))
        {
            throw new BadNamePatternException(
                "Mẫu đặt tên tệp có phần trống; giữa hai dấu \"/\" phải có chữ hoặc tên trường.");
        }

        return new NamePart(pieces);
    }

    private static NamePiece Words(string text, bool ascii)
    {
        if (text.Contains(':', StringComparison.Ordinal))
            throw Forbidden();
        return new NamePiece(ascii ? FileNameText.WithoutMarks(text) : text, IsValue: false, Width: 0);
    }

    private static NamePiece Value(string text, HashSet<string> keys)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        if (!RecordValues.Names.Contains(name) && !keys.Contains(name))
        {
            throw new BadNamePatternException(
                $"Mẫu đặt tên tệp dùng trường \"{name}\" mà không mẫu văn bản nào có; ngoài khóa của các trường, "
                + $"dùng được: {string.Join(", ", RecordValues.Names)}.");
        }

        if (colon < 0)
            return new NamePiece(name, IsValue: true, Width: 0);
        if (name != RecordValues.So
            || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || width is < 1 or > MaxWidth)
        {
            throw new BadNamePatternException(
                $"Mẫu đặt tên tệp có độ rộng sai; chỉ {{so}} có độ rộng, từ 1 đến {MaxWidth}, ví dụ {{so:6}}.");
        }

        return new NamePiece(name, IsValue: true, width);
    }

    private static bool IsColonOfWidth(Rune rune) => rune.Value == ':';

    private static BadNamePatternException Forbidden() =>
        new("Mẫu đặt tên tệp có ký tự mà Windows không nhận trong tên tệp: < > : \" \\ | ? * hoặc ký tự ẩn.");
}
