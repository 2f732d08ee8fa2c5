using System.Diagnostics;
using Crm.Testing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Testing;

public sealed class ChildProcessTests
{
    [SkippableFact]
    public async Task A_killed_process_is_gone_without_running_its_handlers()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of Unix.");
        await using var child = Shell("trap 'echo handled' TERM EXIT; echo ready; read answer");
        await child.Line("ready");

        await child.Kill();

        child.Output.ShouldNotContain("handled");
        Should.Throw<ArgumentException>(() => Process.GetProcessById(child.Id));
    }

    [SkippableFact]
    public async Task A_process_asked_to_stop_runs_its_handlers_first()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of Unix.");
        await using var child = Shell("trap 'echo handled; exit 3' TERM; echo ready; while :; do sleep 0.01; done");
        await child.Line("ready");

        (await child.Stop()).ShouldBe(3);

        child.Output.ShouldContain("handled");
    }

    [SkippableFact]
    public async Task Waiting_for_a_line_of_a_process_that_ended_tells_what_it_wrote_instead()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of Unix.");
        await using var child = Shell("echo cannot start >&2; exit 5");

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => child.Line("listening"));

        failure.Message.ShouldContain("cannot start");
        failure.Message.ShouldContain("ended with 5");
    }

    private static ChildProcess Shell(string script) => ChildProcess.Start("/bin/sh", ["-c", script]);
}
