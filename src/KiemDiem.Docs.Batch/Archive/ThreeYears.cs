using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KiemDiem.Docs.Batch.Results;

namespace KiemDiem.Docs.Batch.Archive;

/// <summary>
/// Finds who lacks a review: the file of a member holds those of the last three years.
/// Source: 06-HD/TW of 09/6/2025; 38-HD/BTCTW of 29/9/2025, 13.
/// </summary>
/// <remarks>Keeps the members in memory, not the documents.</remarks>
/// <param name="year">The last of the years.</param>
public sealed partial class ThreeYears(int year)
{
    private const int Years = 3;

    private readonly Dictionary<MemberKey, Member> members = new(MemberKey.Comparer);
    private readonly Dictionary<string, string> units = new(StringComparer.Ordinal);

    /// <summary>Counts a document, if it is a member's own review of one of the years.</summary>
    public void Add(ArchiveEntry? entry)
    {
        if (entry is not { KiemDiemHangNam: true, Nam: { } nam, DoiTuong: { } hoTen })
            return;
        var back = year - nam;
        if (back is < 0 or >= Years)
            return;
        var key = new MemberKey(Tidied(hoTen), entry.NgaySinh ?? string.Empty);
        var member = members.GetValueOrDefault(key);
        var isNewest = member.Seen == 0 || nam >= member.NamDonVi;
        members[key] = new Member(
            (byte)(member.Seen | (1 << back)),
            isNewest ? nam : member.NamDonVi,
            isNewest ? Once(entry.DonVi) : member.DonVi);
    }

    /// <summary>What was found, by name.</summary>
    public ThreeYearReport Report()
    {
        var all = members
            .OrderBy(pair => pair.Key.HoTen, StringComparer.OrdinalIgnoreCase)
            .ThenBy(pair => pair.Key.NgaySinh, StringComparer.Ordinal)
            .ToList();
        var missing = new List<MemberYears>();
        var unclear = new List<MemberYears>();
        for (var i = 0; i < all.Count; i++)
        {
            var next = i + 1 < all.Count ? all[i + 1].Key : default;
            var found = YearsOf(all[i].Key, all[i].Value);
            if (IsUnclear(all[i].Key, next))
                unclear.Add(found);
            else if (found.Thieu.Count > 0)
                missing.Add(found);
        }

        return new ThreeYearReport(year - Years + 1, year, all.Count - unclear.Count, missing, unclear);
    }

    /// <summary>
    /// Whether this can be somebody else of the name: nothing is known of his birth, or less than of the next one's.
    /// </summary>
    private static bool IsUnclear(MemberKey key, MemberKey next) => key.NgaySinh.Length == 0
        || (string.Equals(key.HoTen, next.HoTen, StringComparison.OrdinalIgnoreCase)
            && next.NgaySinh.StartsWith(key.NgaySinh, StringComparison.Ordinal));

    private MemberYears YearsOf(MemberKey key, Member member)
    {
        var span = Enumerable.Range(year - Years + 1, Years).ToLookup(nam => (member.Seen & (1 << (year - nam))) != 0);
        return new MemberYears(
            key.HoTen, key.NgaySinh.Length == 0 ? null : key.NgaySinh, member.DonVi, [.. span[true]], [.. span[false]]);
    }

    private string? Once(string? unit)
    {
        if (unit is null)
            return null;
        if (!units.TryGetValue(unit, out var known))
            units.Add(unit, known = unit);
        return known;
    }

    private static string Tidied(string name) =>
        Blanks().Replace(name.Normalize(NormalizationForm.FormC), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private readonly record struct MemberKey(string HoTen, string NgaySinh)
    {
        public static IEqualityComparer<MemberKey> Comparer { get; } = EqualityComparer<MemberKey>.Create(
            (a, b) => a.NgaySinh == b.NgaySinh && string.Equals(a.HoTen, b.HoTen, StringComparison.OrdinalIgnoreCase),
            key => HashCode.Combine(key.NgaySinh, key.HoTen.GetHashCode(StringComparison.OrdinalIgnoreCase)));
    }

    /// <param name="Seen">A bit for each year, the last one first; 0 for nobody.</param>
    /// <param name="NamDonVi">The year from which the unit is.</param>
    /// <param name="DonVi">The last that is known.</param>
    private readonly record struct Member(byte Seen, int NamDonVi, string? DonVi);
}

/// <summary>A member and the years of which the review is there, or is not.</summary>
/// <param name="HoTen">As the first record has it.</param>
/// <param name="NgaySinh">ISO 8601, as far as it is known.</param>
/// <param name="DonVi">The unit of the last review.</param>
/// <param name="Co">Years that are there.</param>
/// <param name="Thieu">Years that are not.</param>
public sealed record MemberYears(
    string HoTen, string? NgaySinh, string? DonVi, IReadOnlyList<int> Co, IReadOnlyList<int> Thieu);

/// <summary>Who lacks a review.</summary>
/// <param name="From">The first of the years.</param>
/// <param name="To">The last.</param>
/// <param name="Members">How many were told apart.</param>
/// <param name="Missing">Those of them with a year missing.</param>
/// <param name="Unclear">Those who cannot be told from others of their name.</param>
public sealed record ThreeYearReport(
    int From, int To, int Members, IReadOnlyList<MemberYears> Missing, IReadOnlyList<MemberYears> Unclear)
{
    /// <summary>The head and a row for each member, for a CSV file.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows() =>
    [
        ["Họ và tên", "Ngày sinh", "Đơn vị", "Năm đã có", "Năm còn thiếu", "Ghi chú"],
        .. Missing.Select(member => Row(member, string.Empty)),
        .. Unclear.Select(member => Row(member, "Không phân biệt được: thiếu hoặc chưa đủ ngày sinh")),
    ];

    /// <summary>For people, without anybody's name.</summary>
    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"Từ năm {From} đến năm {To}: {Members} đảng viên, trong đó {Missing.Count} người thiếu bản kiểm điểm "
            + $"của ít nhất một năm; {Unclear.Count} người không phân biệt được vì thiếu hoặc chưa đủ ngày sinh.");

    private static IReadOnlyList<string> Row(MemberYears member, string note) =>
    [
        member.HoTen, member.NgaySinh ?? string.Empty, member.DonVi ?? string.Empty, string.Join(", ", member.Co),
        string.Join(", ", member.Thieu), note,
    ];
}
