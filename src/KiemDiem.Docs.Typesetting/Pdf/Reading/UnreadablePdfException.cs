namespace KiemDiem.Docs.Typesetting.Pdf.Reading;

/// <summary>The bytes are no PDF that this room reads: broken, encrypted, or past a limit.</summary>
public sealed class UnreadablePdfException(string message) : Exception(message);
