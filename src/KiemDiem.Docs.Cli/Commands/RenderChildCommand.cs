using System.CommandLine;
using KiemDiem.Docs.Batch.Work.Rendering;

namespace KiemDiem.Docs.Cli.Commands;

/// <summary>render-child: what a worker starts for records that may be the death of who renders them.</summary>
internal sealed class RenderChildCommand : Command
{
    public RenderChildCommand(Session session)
        : base(RenderChild.Verb, "Dùng nội bộ: tiến trình con của lệnh batch và worker.")
    {
        Hidden = true;
        SetAction(parsed =>
        {
            RenderChild.Serve(session.LoadRenderer(parsed), session.Terminal.Input, session.Terminal.Output);
            return ExitCode.Done;
        });
    }
}
