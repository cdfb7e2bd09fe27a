namespace KiemDiem.Docs.Cli.Usage;

/// <summary>The command line asks for something impossible. Thrown before anything is written.</summary>
internal sealed class UsageException(IReadOnlyList<string> sentences, string command = App.Name) : Exception
{
    public UsageException(string sentence)
        : this([sentence])
    {
    }

    /// <summary>Vietnamese sentences, one for each mistake.</summary>
    public IReadOnlyList<string> Sentences { get; } = sentences;

    /// <summary>Whose help to read.</summary>
    public string Command { get; } = command;
}
