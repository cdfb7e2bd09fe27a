using KiemDiem.Docs.Forms;
using KiemDiem.Docs.Problems;

namespace KiemDiem.Docs.Data;

/// <summary>A record with what was found in it, and the definition that it was held against.</summary>
/// <param name="Form">Null where no form or no edition could be chosen.</param>
/// <param name="Value">Null where there are problems.</param>
/// <param name="Problems">What makes the record impossible to print; all of it at once.</param>
/// <param name="Warnings">What was mended or left open.</param>
public sealed record CheckedRecord(
    FormDefinition? Form, FormRecord? Value, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Warnings)
{
    /// <exception cref="InvalidOperationException">There are problems.</exception>
    public FormRecord ValueOrThrow() => Value ?? throw new InvalidOperationException("The record has problems.");
}
