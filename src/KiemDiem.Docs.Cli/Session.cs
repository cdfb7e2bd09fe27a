using System.CommandLine;
using System.Text.Json;
using KiemDiem.Docs.Forms;
using Spectre.Console;

namespace KiemDiem.Docs.Cli;

/// <summary>Reads all definitions and fonts, as <see cref="FormRenderer.Load"/> does.</summary>
internal delegate FormRenderer Loader(string formTemplates, string fonts);

/// <summary>What every command works with: the streams, and how the engine is opened.</summary>
internal sealed record Session(
    Terminal Terminal,
    TextWriter Output,
    TextWriter Error,
    GlobalOptions Options,
    Loader Load,
    CancellationToken Stop)
{
    /// <summary>Definitions and fonts.</summary>
    /// <exception cref="BrokenInstallationException">They are not as they should be.</exception>
    public FormRenderer LoadRenderer(ParseResult parsed)
    {
        var fonts = parsed.GetValue(Options.Fonts)!;
        return Guard(() => Load(parsed.GetValue(Options.FormTemplates)!, fonts), fonts);
    }

    /// <summary>Definitions only, for what prints nothing.</summary>
    /// <exception cref="BrokenInstallationException">They are not as they should be.</exception>
    public FormLibrary LoadForms(ParseResult parsed)
    {
        var folder = parsed.GetValue(Options.FormTemplates)!;
        return Guard(() => FormLibrary.Load(folder), folder);
    }

    /// <summary>Standard error as a screen that a bar can be drawn on.</summary>
    public IAnsiConsole Screen() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(Error),
    });

    private static T Guard<T>(Func<T> load, string folder)
    {
        try
        {
            return load();
        }
        catch (BrokenDefinitionException e)
        {
            throw new BrokenInstallationException($"Định nghĩa mẫu bị hỏng: {e.Message}", e);
        }
        catch (PlatformNotSupportedException e)
        {
            throw new BrokenInstallationException(e.Message, e);
        }
        catch (InvalidDataException e)
        {
            throw new BrokenInstallationException($"Phông chữ bị thiếu hoặc hỏng: {e.Message}", e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BrokenInstallationException($"Tệp families.json trong thư mục {folder} bị hỏng.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BrokenInstallationException($"Không đọc được thư mục {folder}: {IoReason.Of(e)}.", e);
        }
    }
}

/// <summary>What the program is installed with is wrong. The message is a Vietnamese sentence with the place.</summary>
internal sealed class BrokenInstallationException(string message, Exception cause) : Exception(message, cause);
