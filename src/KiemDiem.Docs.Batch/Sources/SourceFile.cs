namespace KiemDiem.Docs.Batch.Sources;

/// <summary>One file of a source.</summary>
/// <param name="Name">
/// How people know it: its name, below the folder that was named, with "/" between the parts. Never the machine's path.
/// </param>
/// <param name="Open">Opens it for reading from its start; the stream can seek. May be called more than once.</param>
public sealed record SourceFile(string Name, Func<Stream> Open);
