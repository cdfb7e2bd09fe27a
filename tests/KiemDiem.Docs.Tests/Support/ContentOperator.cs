using System.Text;
using KiemDiem.Docs.Typesetting.Pdf.Reading;

namespace KiemDiem.Docs.Tests.Support;

/// <summary>An operator of a content stream with what stands before it.</summary>
internal sealed record ContentOperator(string Name, IReadOnlyList<PdfValue> Operands)
{
    /// <summary>Whether it leaves ink, or text, on the page.</summary>
    public bool Paints => Name is "S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "sh" or "Do"
        or "Tj" or "TJ" or "'" or "\"" or "EI";

    /// <summary>The tag of a mark that begins.</summary>
    public string? Tag => Name is "BMC" or "BDC" ? ((PdfName)Operands[0]).Value : null;

    /// <summary>The number by which the structure tree knows a mark that begins.</summary>
    public int? MarkNumber => Name == "BDC" && Operands[1] is PdfDictionary properties
        && properties["MCID"] is PdfNumber { Whole: { } number } ? number : null;

    public static List<ContentOperator> Read(ReadOnlyMemory<byte> content)
    {
        var operators = new List<ContentOperator>();
        var parser = new PdfParser(content, 0, new ReadBudget());
        var operands = new List<PdfValue>();
        while (true)
        {
            parser.Lexer.SkipBlanks();
            if (parser.Lexer.AtEnd)
                return operators;
            if (char.IsAsciiLetter((char)parser.Lexer.Current) || parser.Lexer.Current is (byte)'\'' or (byte)'"')
            {
                operators.Add(new(Encoding.ASCII.GetString(parser.Lexer.Word()), operands));
                operands = [];
                continue;
            }

            operands.Add(parser.ReadValue());
        }
    }
}
