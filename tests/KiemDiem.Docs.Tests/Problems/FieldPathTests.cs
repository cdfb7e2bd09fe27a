using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Tests.Problems;

public static class FieldPathTests
{
    [Fact]
    public static void The_root_is_the_empty_pointer() => Assert.Equal(string.Empty, FieldPath.Root.Pointer);

    [Fact]
    public static void A_pointer_joins_keys_and_indexes_with_slashes() =>
        Assert.Equal("/nguyenNhan/12", FieldPath.Root.Child("nguyenNhan").Item(12).Pointer);

    /// <summary>The examples of RFC 6901, section 5.</summary>
    [Theory]
    [InlineData("a/b", "/a~1b")]
    [InlineData("m~n", "/m~0n")]
    [InlineData("~1", "/~01")]
    [InlineData("c%d", "/c%d")]
    [InlineData(" ", "/ ")]
    [InlineData("", "/")]
    [InlineData("họ tên", "/họ tên")]
    public static void A_key_is_escaped_as_the_rfc_says(string key, string pointer) =>
        Assert.Equal(pointer, FieldPath.Root.Child(key).Pointer);

    [Fact]
    public static void A_path_prints_as_its_pointer() =>
        Assert.Equal("/hoTen", FieldPath.Root.Child("hoTen").ToString());
}
