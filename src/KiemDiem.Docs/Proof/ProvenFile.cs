using System.Globalization;
using System.Security.Cryptography;

namespace KiemDiem.Docs.Proof;

/// <summary>A finished file that passed our own checks.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Checks">What it passed, by the names of <see cref="Proof.Checks"/>.</param>
/// <param name="Pages">How many pages the document has; null where Word decides.</param>
public sealed record ProvenFile(byte[] Bytes, IReadOnlyList<string> Checks, int? Pages)
{
    /// <summary>Of the bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 => field ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>"sha256=…; pages=5; checks=words,glyphs"</summary>
    public string Summary
    {
        get
        {
            var pages = Pages is { } count ? string.Create(CultureInfo.InvariantCulture, $"pages={count}; ") : "";
            return $"sha256={Sha256}; {pages}checks={string.Join(',', Checks)}";
        }
    }
}
