namespace KiemDiem.Docs.Batch.Storage;

/// <summary>A store that is no file system could not do what it was asked for.</summary>
public sealed class StorageException(string message, Exception cause) : Exception(message, cause);
