using DocumentFormat.OpenXml;
using KiemDiem.Docs.Typesetting.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KiemDiem.Docs.Typesetting.Docx;

/// <summary>What the file asks of Word as a whole.</summary>
internal static class SettingsWriter
{
    /// <summary>
    /// Word 2010's layout. From 15 on Word squeezes the spaces of a justified line to take one word more, which
    /// neither first-fit breaking nor LibreOffice does. See docs/adr/0006.
    /// </summary>
    private const string CompatibilityMode = "14";

    public static W.Settings Write(Document document) => new(
        new W.Zoom { Percent = "100" },
        new W.ProofState { Spelling = W.ProofingStateValues.Clean, Grammar = W.ProofingStateValues.Clean },
        new W.DefaultTabStop { Val = 720 },
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
        new W.Compatibility(
            Setting(W.CompatSettingNameValues.CompatibilityMode, CompatibilityMode),
            Setting(W.CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(W.CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(W.CompatSettingNameValues.DoNotFlipMirrorIndents, "1")),
        new W.ThemeFontLanguages { Val = document.Info.Language },
        new W.DecimalSymbol { Val = "," },
        new W.ListSeparator { Val = ";" });

    private static W.CompatibilitySetting Setting(W.CompatSettingNameValues name, string value) => new()
    {
        Name = new EnumValue<W.CompatSettingNameValues>(name),
        Uri = "http://schemas.microsoft.com/office/word",
        Val = value,
    };
}
