using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KiemDiem.Docs.Batch.Naming;

/// <summary>
/// Gives every record a path that no other has, the same in every run: a second "An" becomes "An-2". Paths are compared
/// as Windows does, without regard to capitals.
/// </summary>
/// <remarks>
/// It keeps 128 bits of SHA-256 of each path, about 34 bytes a name. Two paths of one hash would only cost a number
/// that was not needed.
/// </remarks>
public sealed class NameBook
{
    /// <summary>So many numbers are tried one by one, further ones by halving.</summary>
    private const int OneByOne = 16;

    private readonly HashTable taken = new();

    /// <param name="reserved">Paths that no record may get, such as those of the lists.</param>
    public NameBook(params IEnumerable<string> reserved)
    {
        foreach (var path in reserved)
            taken.Add(HashOf(path));
    }

    /// <summary>How many paths are taken.</summary>
    public int Count => taken.Count;

    /// <summary>Takes a path, or the first that is free with a number behind it.</summary>
    /// <param name="path">From <see cref="NamePattern.NameOf"/>.</param>
    /// <returns>The path that is now the record's.</returns>
    public string Take(string path)
    {
        if (taken.Add(HashOf(path)))
            return path;
        var numbered = Numbered(path, FreeNumber(path));
        taken.Add(HashOf(numbered));
        return numbered;
    }

    /// <summary>
    /// A million records of one name must not try a million numbers each: beyond the first few the number is found
    /// between one that is taken and one that is free. It depends on nothing but the names before it.
    /// </summary>
    private int FreeNumber(string path)
    {
        for (var number = 2; number <= OneByOne; number++)
        {
            if (IsFree(path, number))
                return number;
        }

        var (used, free) = (OneByOne, OneByOne * 2);
        while (!IsFree(path, free))
            (used, free) = (free, checked(free * 2));
        while (free - used > 1)
        {
            var middle = used + ((free - used) / 2);
            if (IsFree(path, middle))
                free = middle;
            else
                used = middle;
        }

        return free;
    }

    private bool IsFree(string path, int number) => !taken.Contains(HashOf(Numbered(path, number)));

    private static string Numbered(string path, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}-{number}");

    private static UInt128 HashOf(string path)
    {
        var folded = path.Normalize(NormalizationForm.FormC).ToUpperInvariant();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(folded), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
