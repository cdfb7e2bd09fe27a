using System.Text;

namespace KiemDiem.Docs.Text;

/// <summary>What the program needs of the runtime's Unicode support.</summary>
public static class Unicode
{
    /// <summary>
    /// Refuses to run without ICU: there Normalize() leaves Vietnamese text decomposed and says nothing.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">.NET runs in invariant-globalization mode.</exception>
    public static void RequireIcu()
    {
        if ("e\u0302\u0323".Normalize(NormalizationForm.FormC) != "ệ")
        {
            throw new PlatformNotSupportedException(
                "Không chạy được ở chế độ InvariantGlobalization: cần ICU để xử lý chữ Việt (Debian: libicu72).");
        }
    }
}
