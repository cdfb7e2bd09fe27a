using KiemDiem.Docs.Api;

return await ApiHost.RunAsync(args, Console.Error);
