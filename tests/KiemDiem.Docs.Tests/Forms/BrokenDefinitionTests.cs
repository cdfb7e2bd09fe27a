namespace KiemDiem.Docs.Tests.Forms;

/// <summary>A broken definition stops the start; the message begins with file, line and place.</summary>
public static class BrokenDefinitionTests
{
    [Fact]
    public static void The_sound_folder_of_these_tests_loads()
    {
        using var folder = new DefinitionFolder();

        Assert.Equal("to-khai", Assert.Single(folder.Load().Forms).Id);
    }

    [Theory]
    [InlineData("\"soMau\":", "\"soMao\":", "2010/to-khai.json:3 (/soMao): ", "soMao")]
    [InlineData("\"lines\": 2", "\"lines\": 2, \"mau\": \"do\"", "2010/to-khai.json:15 (/blocks/2/mau): ", "mau")]
    [InlineData("\"block\": \"paragraph\"", "\"block\": \"doanVan\"", "2010/to-khai.json:13 (/blocks/0): ", "doanVan")]
    [InlineData("\"type\": \"text\"", "\"type\": \"so\"", "2010/to-khai.json:8 (/fields/0): ", "so")]
    [InlineData("\"block\": \"paragraph\", ", "", "2010/to-khai.json:13 (/blocks/0): ", "")]
    [InlineData("\"type\": \"text\", ", "", "2010/to-khai.json:8 (/fields/0): ", "")]
    [InlineData("\"help\": \"Tên.\", ", "", "2010/to-khai.json:8 (/fields/0): ", "help")]
    [InlineData(", \"lines\": 2", "", "2010/to-khai.json:15 (/blocks/2): ", "lines")]
    [InlineData("  \"title\": \"Tờ khai\",\n", "", "2010/to-khai.json:16: ", "title")]
    [InlineData("\"lines\": 2", "\"lines\": \"2\"", "2010/to-khai.json:15 (/blocks/2/lines): ", "")]
    [InlineData("\"lines\": 2", "\"lines\": 2.5", "2010/to-khai.json:15 (/blocks/2/lines): ", "")]
    [InlineData("\"title\": \"Họ tên\"", "\"title\": null", "2010/to-khai.json:8 (/fields/0", "")]
    [InlineData("[\"hoTen\"]", "\"hoTen\"", "2010/to-khai.json:6 (/fileName): ", "")]
    [InlineData("\"soMau\":", "\"form\": \"to-khai\", \"soMau\":", "2010/to-khai.json:3 (/form): ", "form")]
    [InlineData("\"lines\": 2", "\"lines\": 2, \"lines\": 3", "2010/to-khai.json:15 (/blocks/2/lines): ", "lines")]
    [InlineData("\"40 mm\"", "\"40\"", "2010/to-khai.json:14 (/blocks/1/starts/1): ", "Độ dài phải viết kèm đơn vị")]
    [InlineData("\"40 mm\"", "\"40 cm\"", "2010/to-khai.json:14 (/blocks/1/starts/1): ", "Độ dài phải viết kèm đơn vị")]
    [InlineData("\"40 mm\"", "40", "2010/to-khai.json:14 (/blocks/1/starts/1): ", "Độ dài phải viết kèm đơn vị")]
    [InlineData("\"40 mm\"", "\"40mm\"", "2010/to-khai.json:14 (/blocks/1/starts/1): ", "Độ dài phải viết kèm đơn vị")]
    [InlineData("\"fields\": [", "\"fields\": [,", "2010/to-khai.json:7: ", "','")]
    public static void A_form_that_is_not_shaped_as_it_should_be_is_refused(
        string old, string @new, string beginning, string named)
    {
        using var folder = new DefinitionFolder();

        var refusal = folder.Change("2010/to-khai.json", old, @new).Refusal();

        Assert.StartsWith(beginning, refusal, StringComparison.Ordinal);
        Assert.Contains(named, refusal[beginning.Length..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "\"mucDo\", \"type\"", "\"hoTen\", \"type\"",
        ":8 (/fields/0/field): Trường \"hoTen\" được khai hai lần.")]
    [InlineData("\"field\": \"hoTen\"", "\"field\": \"Ten\"", ":8 (/fields/0/field): Khóa phải là camelCase")]
    [InlineData(
        "\"field\": \"hoTen\"", "\"field\": \"hoVaTenKhaiSinhCuaNguoiDuocKiemDiemTheoGiayToTuyThanMoiNhat\"",
        ":8 (/fields/0/field): Khóa quá dài; tối đa 57 ký tự.")]
    [InlineData("\"field\": \"hoTen\"", "\"field\": \"họTên\"", ":8 (/fields/0/field): Khóa phải là camelCase")]
    [InlineData("của {hoTen}", "của {hoVaTen}", ":13 (/blocks/0): Mẫu không khai trường \"hoVaTen\".")]
    [InlineData("[\"hoTen\"]", "[\"hoVaTen\"]", ":6 (/fileName/0): Mẫu không khai trường \"hoVaTen\".")]
    [InlineData(
        "\"tenLoai\": \"Phiếu\"", "\"tenLoai\": \"Phiếu\", \"nguoiKy\": \"hoVaTen\"",
        ":6 (/luuTru/nguoiKy): Mẫu không khai trường \"hoVaTen\".")]
    [InlineData(
        "\"tenLoai\": \"Phiếu\"", "\"tenLoai\": \"Phiếu\", \"coQuanBanHanh\": \"Chi bộ {chiBo}\"",
        ":6 (/luuTru/coQuanBanHanh): Mẫu không khai trường \"chiBo\".")]
    [InlineData(
        "\"tenLoai\": \"Phiếu\"", "\"tenLoai\": \"Phiếu\", \"trichYeu\": [\"của {hoTen\"]",
        ":6 (/luuTru/trichYeu): ")]
    [InlineData(
        "\"tenLoai\": \"Phiếu\"", "\"tenLoai\": \"Phiếu\", \"ngayVanBan\": \"hoTen\"",
        ":6 (/luuTru/ngayVanBan): Ngày phải lấy từ trường ngày.")]
    [InlineData(
        "\"tenLoai\": \"Phiếu\"", "\"tenLoai\": \"Phiếu\", \"kiemDiemHangNam\": true",
        ":6 (/luuTru/kiemDiemHangNam): Bản kiểm điểm hằng năm phải cho biết năm và ngày sinh.")]
    [InlineData(
        "\"field\": \"yKien\", \"lines\"", "\"field\": \"loiDan\", \"lines\"",
        ":15 (/blocks/2): Mẫu không khai trường \"loiDan\".")]
    [InlineData("của {hoTen}", "của {hoTen", ":13 (/blocks/0): ")]
    [InlineData("của {hoTen}", "của {hoTen} {}", ":13 (/blocks/0): ")]
    [InlineData("của {hoTen}", "của ai", ":8 (/fields/0): Trường \"hoTen\" không được in ở khối nào")]
    [InlineData("tenPhieu", "tenTo", ":13 (/blocks/0): Thể thức không có kiểu chữ \"tenTo\".")]
    [InlineData(
        "\"choices\": \"mucDo\"", "\"choices\": \"mucDoLa\"",
        ":9 (/fields/1/choices): Phiên bản không có danh mục \"mucDoLa\".")]
    [InlineData(
        "\"example\": \"cao\"", "\"example\": \"vua\"",
        ":9 (/fields/1/example): Giá trị mẫu không có trong danh mục.")]
    [InlineData(
        "\"longText\", \"field\": \"yKien\"", "\"longText\", \"field\": \"hoTen\"",
        ":15 (/blocks/2/field): Trường \"hoTen\" không hợp với khối này.")]
    [InlineData(
        "[\"0 mm\", \"40 mm\"]", "[\"0 mm\"]",
        ":14 (/blocks/1/starts): Số cột phải bằng số lựa chọn của danh mục.")]
    [InlineData("\"lines\": 2", "\"lines\": 101", ":15 (/blocks/2/lines): Số dòng chấm tối đa là 100.")]
    [InlineData("\"40 mm\"", "\"400 mm\"", ":14 (/blocks/1): Các vị trí phải tăng dần và nằm trong vùng chữ.")]
    [InlineData("\"40 mm\"", "\"0 mm\"", ":14 (/blocks/1): Các vị trí phải tăng dần và nằm trong vùng chữ.")]
    [InlineData(
        "\"type\": \"text\"", "\"type\": \"text\", \"maxLength\": 0",
        ":8 (/fields/0/maxLength): Số ký tự tối đa phải từ 1 đến 100000.")]
    [InlineData(
        "\"type\": \"text\"", "\"type\": \"text\", \"dots\": 100000000",
        ":8 (/fields/0/dots): Số dấu chấm phải từ 1 đến 200.")]
    [InlineData("\"to-khai\"", "\"to-khac\"", ":2 (/form): Tên mẫu phải trùng tên tệp.")]
    public static void A_form_that_names_what_is_not_there_is_refused(string old, string @new, string refusal)
    {
        using var folder = new DefinitionFolder();

        folder.Change("2010/to-khai.json", old, @new);

        Assert.StartsWith("2010/to-khai.json" + refusal, folder.Refusal(), StringComparison.Ordinal);
    }

    /// <summary>A box in a Word file is tagged with both, and Word takes 64 characters.</summary>
    [Fact]
    public static void A_key_and_a_choice_that_do_not_fit_into_a_tag_are_refused()
    {
        using var folder = new DefinitionFolder();

        folder.Change("2010/edition.json", "\"thap\"", $"\"{new string('t', 58)}\"");

        Assert.StartsWith(
            "2010/to-khai.json:9 (/fields/1/field): Khóa và giá trị trong danh mục dài quá 62 ký tự.",
            folder.Refusal(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2010\"", "\"2011\"", ":2 (/edition): Tên phiên bản phải trùng tên thư mục \"2010\".")]
    [InlineData("\"2010-01-01\"", "\"2010-02-30\"", ":4 (/inForce/from): ")]
    [InlineData("\"2010-01-01\"", "\"01/01/2010\"", ":4 (/inForce/from): ")]
    [InlineData("{ \"from\": \"2010-01-01\" }", "{}", ":4 (/inForce): ")]
    [InlineData(
        ", { \"value\": \"thap\", \"label\": \"Thấp\" }", "",
        ":7 (/choiceLists/mucDo): Danh mục phải có ít nhất hai giá trị.")]
    [InlineData("\"thap\"", "\"cao\"", ":7 (/choiceLists/mucDo): Danh mục có hai giá trị trùng nhau.")]
    [InlineData("\"title\"", "\"tenGoi\"", ":3 (/tenGoi): ")]
    public static void A_broken_edition_is_refused(string old, string @new, string refusal)
    {
        using var folder = new DefinitionFolder();

        folder.Change("2010/edition.json", old, @new);

        Assert.StartsWith("2010/edition.json" + refusal, folder.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"dauCong\": {", "\"dauTru\": {", ":17 (/styles): Thiếu kiểu chữ \"dauCong\".")]
    [InlineData("\"50 mm\"", "\"118 mm\"", ":14 (/headerLeftWidth): Cột trái rộng hơn vùng chữ.")]
    [InlineData("\"50 mm\"", "\"50 em\"", ":14 (/headerLeftWidth): Độ dài phải viết kèm đơn vị mm hoặc pt")]
    [InlineData("\"align\": \"justify\"", "\"align\": \"deu\"", ":19 (/styles/noiDung/align): ")]
    public static void A_broken_page_layout_is_refused(string old, string @new, string refusal)
    {
        using var folder = new DefinitionFolder();

        folder.Change("2010/the-thuc.json", old, @new);

        Assert.StartsWith("2010/the-thuc.json" + refusal, folder.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edition.json")]
    [InlineData("the-thuc.json")]
    public static void A_file_that_is_not_there_is_refused(string file)
    {
        using var folder = new DefinitionFolder();

        File.Delete(folder.PathOf($"2010/{file}"));

        Assert.Equal($"2010/{file}: Tệp không tồn tại.", folder.Refusal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public static void A_file_that_holds_no_object_is_refused(string text)
    {
        using var folder = new DefinitionFolder();

        folder.Write("2010/to-khai.json", text);

        Assert.StartsWith("2010/to-khai.json:1", folder.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{hoVaTen}")]
    public static void The_words_for_a_line_without_values_are_checked_as_well(string blank)
    {
        using var folder = new DefinitionFolder();
        var header = $$"""
            { "block": "header", "right": [],
              "left": [{ "style": "cotDau", "text": "{hoTen}", "blank": "{{blank}}" }] },
            { "block": "paragraph"
            """;

        folder.Change("2010/to-khai.json", "{ \"block\": \"paragraph\"", header);

        Assert.StartsWith("2010/to-khai.json:13 (/blocks/0): ", folder.Refusal(), StringComparison.Ordinal);
    }
}
