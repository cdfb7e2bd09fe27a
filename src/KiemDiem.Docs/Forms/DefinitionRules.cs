using System.Globalization;
using KiemDiem.Docs.Problems;
using KiemDiem.Docs.Typesetting.Model;

namespace KiemDiem.Docs.Forms;

/// <summary>What the shape of a definition cannot say: that what it names is there.</summary>
internal static class DefinitionRules
{
    private const int MinFieldKeyLength = 4;

    /// <summary>A tag in a Word file is the key with at most "/" and "#month" around it.</summary>
    private const int MaxFieldKeyLength = Control.MaxTagLength - 7;

    private const int MaxTextLength = 100_000;
    private const int MaxDots = 200;
    private const int MaxLines = 100;

    public static void Check(string file, TheThuc theThuc)
    {
        var styles = FieldPath.Root.Child("styles");
        foreach (var id in StyleIds.All)
            Require(theThuc.Styles.ContainsKey(id), file, styles, $"Thiếu kiểu chữ \"{id}\".");
        Require(
            theThuc.Page.TextWidth > theThuc.HeaderLeftWidth,
            file,
            FieldPath.Root.Child("headerLeftWidth"),
            "Cột trái rộng hơn vùng chữ.");
    }

    public static void Check(string file, Edition edition, string folder)
    {
        Require(
            edition.Id == folder,
            file,
            FieldPath.Root.Child("edition"),
            $"Tên phiên bản phải trùng tên thư mục \"{folder}\".");
        Require(
            edition.InForce.To is not { } to || to >= edition.InForce.From,
            file,
            FieldPath.Root.Child("inForce"),
            "Ngày cuối cùng ở trước ngày đầu tiên.");
        foreach (var (name, choices) in edition.ChoiceLists)
        {
            var path = FieldPath.Root.Child("choiceLists").Child(name);
            Require(choices.Count > 1, file, path, "Danh mục phải có ít nhất hai giá trị.");
            Require(
                choices.Select(choice => choice.Value).Distinct().Count() == choices.Count,
                file,
                path,
                "Danh mục có hai giá trị trùng nhau.");
        }
    }

    public static void Check(string file, FormDefinition form)
    {
        Require(
            Path.GetFileNameWithoutExtension(file) == form.Id,
            file,
            FieldPath.Root.Child("form"),
            "Tên mẫu phải trùng tên tệp.");
        for (var i = 0; i < form.Fields.Count; i++)
            CheckField(file, form, form.Fields[i], FieldPath.Root.Child("fields").Item(i));
        for (var i = 0; i < form.FileName.Count; i++)
            RequireField(file, form, form.FileName[i], FieldPath.Root.Child("fileName").Item(i));
        CheckLuuTru(file, form, FieldPath.Root.Child("luuTru"));
        for (var i = 0; i < form.Blocks.Count; i++)
            CheckBlock(file, form, form.Blocks[i], FieldPath.Root.Child("blocks").Item(i));

        var printed = form.Blocks.SelectMany(FieldUse.Of).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < form.Fields.Count; i++)
        {
            Require(
                printed.Contains(form.Fields[i].Key),
                file,
                FieldPath.Root.Child("fields").Item(i),
                $"Trường \"{form.Fields[i].Key}\" không được in ở khối nào; giá trị của nó sẽ bị mất.");
        }
    }

    private static void CheckLuuTru(string file, FormDefinition form, FieldPath path)
    {
        var asked = form.LuuTru;
        (string Name, string? Key)[] named =
        [
            ("nam", asked.Nam), ("donVi", asked.DonVi), ("doiTuong", asked.DoiTuong), ("ngaySinh", asked.NgaySinh),
            ("ngayVanBan", asked.NgayVanBan), ("nguoiKy", asked.NguoiKy), ("chucVuNguoiKy", asked.ChucVuNguoiKy),
        ];
        foreach (var (name, key) in named)
        {
            if (key is not null)
                RequireField(file, form, key, path.Child(name));
        }

        Require(
            asked.Nam is null || form.FieldsByKey[asked.Nam] is YearField or DateField,
            file,
            path.Child("nam"),
            "Năm của văn bản phải lấy từ trường năm hoặc trường ngày.");
        foreach (var (name, key) in new[] { ("ngaySinh", asked.NgaySinh), ("ngayVanBan", asked.NgayVanBan) })
        {
            Require(
                key is null || form.FieldsByKey[key] is DateField,
                file,
                path.Child(name),
                "Ngày phải lấy từ trường ngày.");
        }

        Require(
            !asked.KiemDiemHangNam || (asked.Nam is not null && asked.NgaySinh is not null),
            file,
            path.Child("kiemDiemHangNam"),
            "Bản kiểm điểm hằng năm phải cho biết năm và ngày sinh.");
        foreach (var (name, text) in asked.Templates)
            RequireFields(file, form, path.Child(name), () => FieldUse.InText(text));
    }

    /// <param name="file">Of the definition.</param>
    /// <param name="form">The definition.</param>
    /// <param name="path">The place in it.</param>
    /// <param name="keys">Reads the keys out of words there, whose braces may be broken.</param>
    private static void RequireFields(
        string file, FormDefinition form, FieldPath path, Func<IEnumerable<string>> keys)
    {
        try
        {
            foreach (var key in keys())
                RequireField(file, form, key, path);
        }
        catch (FormatException e)
        {
            throw new BrokenDefinitionException(file, DefinitionReader.LineOf(file, path), path.Pointer, e.Message, e);
        }
    }

    private static void CheckField(string file, FormDefinition form, FieldDefinition field, FieldPath path)
    {
        Require(
            field.Key.Length >= MinFieldKeyLength
                && char.IsAsciiLetterLower(field.Key[0])
                && field.Key.All(char.IsAsciiLetterOrDigit),
            file,
            path.Child("field"),
            "Khóa phải là camelCase không dấu, ít nhất hai âm tiết.");
        Require(
            field.Key.Length <= MaxFieldKeyLength,
            file,
            path.Child("field"),
            $"Khóa quá dài; tối đa {MaxFieldKeyLength} ký tự.");
        Require(
            form.Fields.Count(other => other.Key == field.Key) == 1,
            file,
            path.Child("field"),
            $"Trường \"{field.Key}\" được khai hai lần.");
        Require(
            field is not (TextField { MaxLength: < 1 or > MaxTextLength }
                or LongTextField { MaxLength: < 1 or > MaxTextLength }),
            file,
            path.Child("maxLength"),
            $"Số ký tự tối đa phải từ 1 đến {MaxTextLength}.");
        Require(
            field is not (TextField { Dots: < 1 or > MaxDots } or YearField { Dots: < 1 or > MaxDots }),
            file,
            path.Child("dots"),
            $"Số dấu chấm phải từ 1 đến {MaxDots}.");
        if (field is DateField date)
            Require(PartialDate.TryParse(date.Example, out _), file, path.Child("example"), "Ngày mẫu không hợp lệ.");
        if (field is not ChoiceField choice)
            return;
        Require(
            form.Edition.ChoiceLists.ContainsKey(choice.Choices),
            file,
            path.Child("choices"),
            $"Phiên bản không có danh mục \"{choice.Choices}\".");
        Require(
            form.ChoicesOf(choice).Any(known => known.Value == choice.Example),
            file,
            path.Child("example"),
            "Giá trị mẫu không có trong danh mục.");
        // A box is tagged with both: "/", "#".
        Require(
            form.ChoicesOf(choice).All(known => field.Key.Length + known.Value.Length + 2 <= Control.MaxTagLength),
            file,
            path.Child("field"),
            $"Khóa và giá trị trong danh mục dài quá {Control.MaxTagLength - 2} ký tự.");
    }

    private static void CheckBlock(string file, FormDefinition form, BlockDefinition block, FieldPath path)
    {
        RequireFields(file, form, path, () => FieldUse.Of(block));
        foreach (var style in FieldUse.StylesOf(block))
        {
            Require(
                form.Edition.TheThuc.Styles.ContainsKey(style),
                file,
                path,
                string.Create(CultureInfo.InvariantCulture, $"Thể thức không có kiểu chữ \"{style}\"."));
        }

        CheckKind(file, form, block, path);
        CheckMeasures(file, form, block, path);
    }

    private static void CheckMeasures(string file, FormDefinition form, BlockDefinition block, FieldPath path)
    {
        Require(
            block is not (LongTextBlock { Lines: < 0 or > MaxLines } or FieldLineBlock { Lines: < 1 or > MaxLines }),
            file,
            path.Child("lines"),
            $"Số dòng chấm tối đa là {MaxLines}.");
        var places = block switch
        {
            FieldLineBlock line => line.Fields.Skip(1).Select(field => field.At).OfType<Length>(),
            RatingRowBlock { Starts: { } starts } => starts,
            _ => (IEnumerable<Length>)[],
        };
        var before = -Length.Mm(1);
        foreach (var place in places)
        {
            Require(
                place > before && place < form.Edition.TheThuc.Page.TextWidth,
                file,
                path,
                "Các vị trí phải tăng dần và nằm trong vùng chữ.");
            before = place;
        }
    }

    /// <summary>That the field is of the kind that the block prints, with as many choices as it has columns.</summary>
    private static void CheckKind(string file, FormDefinition form, BlockDefinition block, FieldPath path)
    {
        var (key, type) = block switch
        {
            LongTextBlock longText => (longText.Field, typeof(LongTextField)),
            RatingRowBlock row => (row.Field, typeof(ChoiceField)),
            ChoiceListBlock list => (list.Field, typeof(ChoiceField)),
            _ => (null, null),
        };
        if (key is null)
            return;

        Require(
            form.FieldsByKey[key].GetType() == type,
            file,
            path.Child("field"),
            $"Trường \"{key}\" không hợp với khối này.");
        if (block is RatingRowBlock { Starts: { } starts })
        {
            Require(
                starts.Count == form.ChoicesOf((ChoiceField)form.FieldsByKey[key]).Count,
                file,
                path.Child("starts"),
                "Số cột phải bằng số lựa chọn của danh mục.");
        }
    }

    private static void RequireField(string file, FormDefinition form, string key, FieldPath path) =>
        Require(form.FieldsByKey.ContainsKey(key), file, path, $"Mẫu không khai trường \"{key}\".");

    private static void Require(bool fulfilled, string file, FieldPath path, string detail)
    {
        if (!fulfilled)
            throw new BrokenDefinitionException(file, DefinitionReader.LineOf(file, path), path.Pointer, detail);
    }
}
