using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class CodeTests
{
    [Fact]
    public void Nobody_reads_the_clock_of_the_machine() => CodeRules.TimeComesFromTheTimeProvider.HoldsInProduction();

    [Fact]
    public void Nobody_reads_the_clock_of_the_machine__offenders() => CodeRules.TimeComesFromTheTimeProvider.Finds(
        "Crm.Wrong.Application.ReadsTheClock -> System.DateTime.Now (method Often)",
        "Crm.Wrong.Application.ReadsTheClock -> System.DateTime.Today (method Often)",
        "Crm.Wrong.Application.ReadsTheClock -> System.DateTime.UtcNow (method Later)",
        "Crm.Wrong.Application.ReadsTheClock -> System.DateTimeOffset.Now (constructor of Nested)",
        "Crm.Wrong.Application.ReadsTheClock -> System.DateTimeOffset.UtcNow (method Handed)");

    [Fact]
    public void Nobody_makes_random_ids() => CodeRules.IdsAreOrdered.HoldsInProduction();

    [Fact]
    public void Nobody_makes_random_ids__offenders() => CodeRules.IdsAreOrdered.Finds(
        "Crm.Wrong.Application.ScattersIds -> System.Guid.NewGuid (property Factory)");

    [Fact]
    public void Nobody_blocks_a_thread() => CodeRules.NobodyBlocksAThread.HoldsInProduction();

    [Fact]
    public void Nobody_blocks_a_thread__offenders() => CodeRules.NobodyBlocksAThread.Finds(
        "Crm.Wrong.Application.Blocks -> System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.GetResult (method Configured)",
        "Crm.Wrong.Application.Blocks -> System.Runtime.CompilerServices.TaskAwaiter.GetResult (method Awaiter)",
        "Crm.Wrong.Application.Blocks -> System.Threading.Tasks.Task.Result (method Result)",
        "Crm.Wrong.Application.Blocks -> System.Threading.Tasks.Task.Wait (method Wait)",
        "Crm.Wrong.Application.Blocks -> System.Threading.Tasks.Task.WaitAll (method Wait)",
        "Crm.Wrong.Application.Blocks -> System.Threading.Tasks.ValueTask.Result (method ValueResult)",
        "Crm.Wrong.Application.Blocks -> System.Threading.Thread.Sleep (method Wait)");

    [Fact]
    public void Nothing_asynchronous_returns_void() => CodeRules.NothingAsyncReturnsVoid.HoldsInProduction();

    [Fact]
    public void Nothing_asynchronous_returns_void__offenders() => CodeRules.NothingAsyncReturnsVoid.Finds(
        "Crm.Wrong.Application.Forgets is async void (method Fire)",
        "Crm.Wrong.Application.Forgets is async void (property Later)");

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => CodeRules.NamesSaySomething.HoldsInProduction();

    [Fact]
    public void No_type_has_a_name_that_says_nothing__offenders() => CodeRules.NamesSaySomething.Finds(
        "Crm.Wrong.Application.IThingService ends in Service",
        "Crm.Wrong.Application.StringHelper ends in Helper",
        "Crm.Wrong.Application.ThingImpl ends in Impl",
        "Crm.Wrong.Application.ThingManager ends in Manager",
        "Crm.Wrong.Application.ThingManager.LineDto ends in Dto",
        "Crm.Wrong.Application.ThingUtils ends in Utils");

    [Fact]
    public void Every_command_has_one_validator_and_one_handler() => CodeRules.CommandsHaveOneValidatorAndOneHandler.HoldsInProduction();

    [Fact]
    public void Every_command_has_one_validator_and_one_handler__offenders() => CodeRules.CommandsHaveOneValidatorAndOneHandler.Finds(
        "Crm.Wrong.Application.DoneTwice has 2 handlers: Crm.Wrong.Application.DoItAgain, Crm.Wrong.Application.DoItOnce",
        "Crm.Wrong.Application.DoneTwice has 2 validators: Crm.Wrong.Application.DoneTwiceValidator, Crm.Wrong.Application.DoneTwiceValidatorToo",
        "Crm.Wrong.Application.NeverHandled has no handler",
        "Crm.Wrong.Application.NeverValidated has no validator");
}
