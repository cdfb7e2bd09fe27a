using KiemDiem.Docs.Data;

namespace KiemDiem.Docs.Tests.Data;

public static class NearestKeyTests
{
    private static readonly string[] Known = ["hoTen", "ngaySinh", "chiBo", "dangBo", "hanCheKhuyetDiem"];

    [Theory]
    [InlineData("hoten", "hoTen")]
    [InlineData("hoTem", "hoTen")]
    [InlineData("hTen", "hoTen")]
    [InlineData("hoTenn", "hoTen")]
    [InlineData("ngay_sinh", "ngaySinh")]
    [InlineData("CHIBO", "chiBo")]
    [InlineData("hanCheKhuyenDienx", "hanCheKhuyetDiem")]
    public static void The_key_with_the_fewest_changed_letters_is_found(string key, string expected) =>
        Assert.Equal(expected, NearestKey.Find(key, Known));

    [Theory]
    [InlineData("hoVaTen")]
    [InlineData("diaDanh")]
    [InlineData("")]
    [InlineData("hanCheKhuyetDiemVaNguyenNhan")]
    public static void A_key_of_which_too_much_differs_is_near_to_none(string key) =>
        Assert.Null(NearestKey.Find(key, Known));

    [Fact]
    public static void Without_keys_none_is_near() => Assert.Null(NearestKey.Find("hoTen", []));
}
