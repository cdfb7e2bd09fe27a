using KiemDiem.Docs.Cli;

namespace KiemDiem.Docs.Tests.Cli;

public static class OwnFaultTests
{
    [Theory]
    [InlineData("check -")]
    [InlineData("render - -o kq")]
    public static void A_fault_of_the_program_ends_with_70_and_tells_nothing_of_the_record(string command)
    {
        var run = CommandRun.On(Faulty(), CancellationToken.None, command.Split(' '));

        Assert.Equal(70, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains(": Lỗi của chương trình; chạy lại với --verbose", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Records.Secret, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void Verbose_adds_the_kind_of_fault_and_no_more()
    {
        var run = CommandRun.On(Faulty(), CancellationToken.None, "check", "-", "--verbose");

        Assert.Equal(70, run.Code);
        Assert.Equal("-: Lỗi của chương trình (System.InvalidOperationException).\n", run.Error);
    }

    [Fact]
    public static void A_fault_with_one_record_does_not_stop_the_others()
    {
        using var scratch = new Scratch();
        var good = scratch.Put("an.json", Records.Good);

        var run = CommandRun.On(Faulty(), CancellationToken.None, "check", "-", good);

        Assert.Equal(70, run.Code);
        Assert.Contains($"{good}: hợp lệ", run.Output, StringComparison.Ordinal);
    }

    private static Terminal Faulty() => new(new FaultyStream(), new MemoryStream(), new MemoryStream());

    private sealed class FaultyStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new InvalidOperationException(Records.Secret);

        public override int Read(byte[] buffer, int offset, int count) => Read([]);
    }
}
