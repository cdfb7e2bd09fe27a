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
        NameTable = new Budget(),
        CloseInput = true,
    });

    /// <summary>Goes to the next node.</summary>
    public static bool Next(XmlReader xml)
    {
        if (xml.Depth > DocxLimits.Depth)
            throw new UnreadableDocxException(DocxFault.Costly, "A part of the package is nested too deeply.");
        ((Budget)xml.NameTable).SpendNode();
        return xml.Read();
    }

    /// <summary>
    /// The names of a part, which are kept until its reader is gone, and how many nodes it may still have.
    /// </summary>
    private sealed class Budget : NameTable
    {
        private int names = DocxLimits.Names;
        private int nodes = DocxLimits.Nodes;

        public override string Add(char[] key, int start, int len) =>
            Get(key, start, len) ?? Count(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        public void SpendNode()
        {
            if (--nodes < 0)
                throw new UnreadableDocxException(DocxFault.Costly, "A part of the package has too many elements.");
        }

        private string Count(string name) => --names >= 0
            ? name
            : throw new UnreadableDocxException(DocxFault.Costly, "A part of the package has too many names.");
    }
}
