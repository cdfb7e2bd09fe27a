namespace KiemDiem.Docs.Typesetting.Model;

/// <summary>
/// Says which value of the data behind a document a stretch of it shows. Layout looks through it; in a Word file it is
/// a content control, in which the value is edited.
/// </summary>
/// <param name="Tag">Which value, for programs: at most <see cref="MaxTagLength"/> characters.</param>
/// <param name="Label">What it is, for people.</param>
public sealed record Control(string Tag, string Label)
{
    /// <summary>What Word takes; it calls a file with a longer one broken.</summary>
    public const int MaxTagLength = 64;
}

/// <summary>
/// The paragraphs that one value fills or is chosen in; they stand together and share this object.
/// </summary>
/// <param name="Tag">As of a control.</param>
/// <param name="Label">As of a control.</param>
/// <param name="IsFixed">Whether only the controls inside may be changed.</param>
public sealed record ControlGroup(string Tag, string Label, bool IsFixed = false);
