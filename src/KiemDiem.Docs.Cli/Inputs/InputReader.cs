namespace KiemDiem.Docs.Cli.Inputs;

/// <summary>Reads inputs, one after the other, none further than allowed.</summary>
internal sealed class InputReader(Session session, int limit)
{
    /// <summary>One byte more than allowed tells what is too large.</summary>
    private readonly byte[] buffer = new byte[limit + 1];

    /// <summary>A pipe or a terminal that says nothing cannot be cancelled; when stopped, it is left behind.</summary>
    /// <returns>Null where it is larger than allowed.</returns>
    public byte[]? Read(Input input) =>
        Task.Run(() => ReadNow(input)).WaitAsync(session.Stop).GetAwaiter().GetResult();

    private byte[]? ReadNow(Input input)
    {
        if (input.Path is null)
            return ReadBounded(session.Terminal.Input);
        using var file = File.OpenRead(input.Path);
        return ReadBounded(file);
    }

    private byte[]? ReadBounded(Stream stream)
    {
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return count > limit ? null : buffer[..count];
    }
}
