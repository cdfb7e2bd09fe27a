using System.Diagnostics;
using KiemDiem.Docs.Tests.Support;

namespace KiemDiem.Docs.Tests.Api;

/// <summary>The service as a process: how it starts, refuses to start, and stops.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TempFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_broken_definition_stops_the_start_with_its_place_and_exit_code_3()
    {
        var templates = Directory.CreateTempSubdirectory("form-templates-");
        try
        {
            var edition = templates.CreateSubdirectory("2099");
            await File.WriteAllTextAsync(
                Path.Combine(edition.FullName, "edition.json"),
                "{\n  \"edition\": \"2099\",\n  \"tittle\": \"x\"\n}",
                TestContext.Current.CancellationToken);

            var (code, output, errors) = await RunAsync($"--FormTemplates={templates.FullName}");

            Assert.Equal(3, code);
            Assert.Contains("edition.json:3", errors, StringComparison.Ordinal);
            Assert.Contains("tittle", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        }
        finally
        {
            templates.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--FormTemplates=/no/such/folder")]
    [InlineData("--Fonts=/no/such/folder")]
    public async Task A_missing_folder_stops_the_start_with_its_name(string argument)
    {
        var (code, output, errors) = await RunAsync(argument);

        Assert.Equal(3, code);
        Assert.Contains("/no/such/folder", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Untold_it_listens_on_this_machine_only_and_stops_when_told()
    {
        using var process = Start();
        var heard = await HearAsync(process, line => line.Contains("127.0.0.1:5080", StringComparison.Ordinal));
        await StopAsync(process);

        Assert.True(heard);
    }

    [Fact]
    public async Task A_taken_address_stops_the_start_with_a_sentence_and_exit_code_2()
    {
        using var first = new ApiService();

        var (code, output, errors) = await RunAsync($"--urls={first.Address}");

        Assert.Equal(2, code);
        Assert.Contains("Không mở được cổng", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("http://127.0.0.1:80000")]
    public async Task An_address_that_is_none_stops_the_start_with_a_sentence_and_exit_code_2(string url)
    {
        var (code, output, errors) = await RunAsync($"--urls={url}");

        Assert.Equal(2, code);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_gracefully_with_exit_code_0()
    {
        using var process = Start("--urls=http://127.0.0.1:0");

        Assert.True(await HearAsync(process, line => line.Contains("Application started", StringComparison.Ordinal)));
        Assert.Equal(0, await StopAsync(process));
    }

    [Fact]
    public async Task A_second_service_in_one_data_folder_is_refused_with_a_sentence_and_exit_code_2()
    {
        using var first = new ApiService(Repository.FormTemplates, dataDir: data.Path);

        var (code, output, errors) = await RunAsync("--urls=http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("Một tiến trình khác", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--KiemDiem:Batch:Retension=30.00:00:00", "Retension")]
    [InlineData("--KiemDiem:Batch:MaxUploadBytes=2GiB", "MaxUploadBytes")]
    [InlineData("--KiemDiem:Batch:MaxUploadBytes=0", "MaxUploadBytes")]
    [InlineData("--KiemDiem:Batch:Mode=Cluster", "ConnectionString")]
    [InlineData("--KiemDiem:Batch:Webhook:AllowedHosts:0=nhan.example.vn", "Secret")]
    [InlineData("--KiemDiem:Batch:DataDir=/proc/khong-ghi-duoc", "KiemDiem:Batch")]
    public async Task A_wrong_setting_stops_the_start_with_its_name_and_exit_code_2(string argument, string name)
    {
        var (code, output, errors) = await RunAsync("--urls=http://127.0.0.1:0", argument);

        Assert.Equal(2, code);
        Assert.Contains(name, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "KiemDiem.Docs.Api.dll"));
        start.ArgumentList.Add($"--KiemDiem:Batch:DataDir={data.Path}");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in new[] { "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_URLS" })
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await EndAsync(process);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Listens to both streams: a taken address is told on the other one.</summary>
    private static async Task<bool> HearAsync(Process process, Func<string, bool> wanted)
    {
        var streams = new[] { process.StandardOutput, process.StandardError }.Select(async stream =>
        {
            while (await stream.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (wanted(line))
                    return true;
            }

            return false;
        }).ToList();
        return await await Task.WhenAny(streams) || (await Task.WhenAll(streams)).Any(heard => heard);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    private static async Task<int> StopAsync(Process process)
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await EndAsync(process);
        return process.ExitCode;
    }

    /// <summary>A process that does not end by itself is ended, and fails its test.</summary>
    private static async Task EndAsync(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
