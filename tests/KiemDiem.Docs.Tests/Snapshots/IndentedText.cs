using System.Text;

namespace KiemDiem.Docs.Tests.Snapshots;

/// <summary>Lines, indented by two spaces a level; every line ends in "\n" on every system.</summary>
internal sealed class IndentedText
{
    private readonly StringBuilder text = new();

    public void Line(string line) => Line(0, line);

    public void Line(int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');

    public override string ToString() => text.ToString();
}
