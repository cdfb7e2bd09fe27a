using System.Xml;

namespace KiemDiem.Docs.Typesetting.Docx.Reading;

/// <summary>XML that fetches nothing, expands nothing and ends.</summary>
internal static class SafeXml
{
    /// <summary>A reader over a part, which it closes in the end.</summary>
    public static XmlReader Open(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = DocxLimits.PartBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new FewNames(),
        CloseInput = true,
    });

    /// <summary>Goes to the next node.</summary>
    public static bool Next(XmlReader xml)
    {
        if (xml.Depth > DocxLimits.Depth)
            throw new UnreadableDocxException(DocxFault.Costly, "A part of the package is nested too deeply.");
        return xml.Read();
    }

    /// <summary>A table that does not grow without end: names are kept until the reader is gone.</summary>
    private sealed class FewNames : NameTable
    {
        private int left = DocxLimits.Names;

        public override string Add(char[] key, int start, int len) =>
            Get(key, start, len) ?? Count(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        private string Count(string name) => --left >= 0
            ? name
            : throw new UnreadableDocxException(DocxFault.Costly, "A part of the package has too many names.");
    }
}
