namespace KiemDiem.Docs.Problems;

/// <summary>Something that is wrong in a record, where, and what a clerk reads about it.</summary>
/// <param name="Path">The place in the record.</param>
/// <param name="Code">For programs: one camelCase word, stable between versions.</param>
/// <param name="Detail">For people: a Vietnamese sentence. It never repeats a field's value.</param>
public sealed record Problem(FieldPath Path, string Code, string Detail);

/// <summary>A value with what was found on the way to it.</summary>
/// <param name="Value">Null where there are problems.</param>
/// <param name="Problems">What makes the value impossible; all of it at once.</param>
/// <param name="Warnings">What was mended or left open.</param>
public sealed record Checked<T>(T? Value, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Warnings)
    where T : class
{
    /// <exception cref="InvalidOperationException">There are problems.</exception>
    public T ValueOrThrow() => Value ?? throw new InvalidOperationException("The value has problems.");
}
