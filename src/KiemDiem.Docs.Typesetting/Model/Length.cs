namespace KiemDiem.Docs.Typesetting.Model;

/// <summary>A distance in whole EMU (914,400 to the inch): exact in millimetres, points and twips alike.</summary>
public readonly record struct Length(int Emu) : IComparable<Length>
{
    private const int EmuPerMillimetre = 36_000;
    private const int EmuPerPoint = 12_700;
    private const int EmuPerTwip = 635;

    public static Length Zero => default;

    public double Millimetres => (double)Emu / EmuPerMillimetre;

    public double Points => (double)Emu / EmuPerPoint;

    /// <summary>Twentieths of a point, rounded to the nearest: the unit of most Word attributes.</summary>
    public int Twips => (int)Math.Round((double)Emu / EmuPerTwip, MidpointRounding.AwayFromZero);

    /// <summary>The nearest length that a Word file can tell: a whole number of twips.</summary>
    public Length OnTwips => OfTwips(Twips);

    public static Length Mm(double millimetres) => new((int)Math.Round(millimetres * EmuPerMillimetre));

    public static Length Pt(double points) => new((int)Math.Round(points * EmuPerPoint));

    public static Length OfTwips(int twips) => new(twips * EmuPerTwip);

    public static Length Max(Length a, Length b) => a.Emu >= b.Emu ? a : b;

    public static Length Min(Length a, Length b) => a.Emu <= b.Emu ? a : b;

    public int CompareTo(Length other) => Emu.CompareTo(other.Emu);

    public static Length operator +(Length a, Length b) => new(a.Emu + b.Emu);

    public static Length operator -(Length a, Length b) => new(a.Emu - b.Emu);

    public static Length operator -(Length a) => new(-a.Emu);

    public static Length operator *(Length a, double factor) => new((int)Math.Round(a.Emu * factor));

    public static Length operator /(Length a, int divisor) => new(a.Emu / divisor);

    public static bool operator <(Length a, Length b) => a.Emu < b.Emu;

    public static bool operator >(Length a, Length b) => a.Emu > b.Emu;

    public static bool operator <=(Length a, Length b) => a.Emu <= b.Emu;

    public static bool operator >=(Length a, Length b) => a.Emu >= b.Emu;

    public override string ToString() => FormattableString.Invariant($"{Millimetres:0.###} mm");
}
