using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>UPDATE_SNAPSHOTS=1 writes into the checkout, and never where nobody looks at the difference.</summary>
public static class AcceptanceTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "true", false)]
    [InlineData("0", null, false)]
    [InlineData("1", null, true)]
    [InlineData("1", "false", true)]
    public static void It_is_on_where_it_is_asked_for(string? update, string? ci, bool isOn) =>
        Assert.Equal(isOn, Acceptance.Asked(Environment(update, ci)));

    [Fact]
    public static void It_is_refused_in_CI()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Acceptance.Asked(Environment("1", "true")));

        Assert.Equal("UPDATE_SNAPSHOTS is refused where CI=true.", refusal.Message);
    }

    private static Func<string, string?> Environment(string? update, string? ci) => name => name switch
    {
        "UPDATE_SNAPSHOTS" => update,
        "CI" => ci,
        _ => null,
    };
}
