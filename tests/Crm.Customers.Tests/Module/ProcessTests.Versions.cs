using System.Xml.Linq;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Api.Processes;
using Crm.Customers.Application;
using Crm.Customers.Application.Processes;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

// Instances that are moved to another version of their process.
public sealed partial class ProcessTests
{
    [Fact]
    public async Task Whoever_has_begun_is_moved_to_a_new_version_that_knows_the_place_and_a_dry_run_says_who_is_not()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await Publish(customers, "deal", Deciding);
        var deals = new List<Guid>();
        foreach (var name in new[] { "Anna", "Bert", "Carl" }) deals.Add(await Start(customers, (await customers.Register(new CustomerInput { Name = name })).Id, "deal"));
        await customers.Send(new AdvanceProcess { Id = deals[1], Transition = "ask-decide", Values = new Dictionary<string, string> { ["worth"] = "5" } });
        await customers.Send(new CancelProcess { Id = deals[2], Reason = "enough" });
        customers.Time.Advance(TimeSpan.FromHours(3));
        var renamed = Deciding with
        {
            Nodes = [.. Deciding.Nodes.Select(n => n.Key == "small" ? n with { Key = "tiny" } : n)],
            Transitions = [.. Deciding.Transitions.Select(t => t with { From = t.From == "small" ? "tiny" : t.From, To = t.To == "small" ? "tiny" : t.To, LimitHours = t.Key == "ask-decide" ? 5 : null })],
            Fields = [new ProcessField("worth", new Phrase("worth", "价值"), FieldKind.Number)],
        };
        var draft = await customers.Send(Draft("deal", renamed));
        (await Code(customers, new MoveProcesses(draft.Id, DryRun: true))).ShouldBe("customers.process-not-published");
        await customers.Send(new PublishProcess(draft.Id));

        (await Moved(new MoveProcesses(draft.Id, DryRun: true))).ShouldBe(("""{"found":2,"moved":1}""", "customers.process-node-gone", deals[1].ToString()));
        (await See(customers, deals[0])).Number.ShouldBe(1);
        (await Moved(new MoveProcesses(draft.Id, DryRun: false))).ShouldBe(("""{"found":2,"moved":1}""", "customers.process-node-gone", deals[1].ToString()));
        var (hers, his) = (await See(customers, deals[0]), await See(customers, deals[1]));
        (hers.Number, hers.Node, hers.DueAt, his.Number).ShouldBe((2, "ask", hers.StartedAt.AddHours(5), 1));
        await customers.Send(new AdvanceProcess { Id = deals[0], Transition = "ask-decide", Values = new Dictionary<string, string> { ["worth"] = "5" } });
        (await See(customers, deals[0])).Node.ShouldBe("tiny");

        async Task<(string? Result, string Code, string? Value)> Moved(MoveProcesses command)
        {
            var operation = await customers.Send(command);
            await customers.RunOperations();
            return await customers.Read<CustomersDbContext, (string?, string, string?)>(async db =>
            {
                var problem = await db.Set<OperationProblem>().SingleAsync(p => p.OperationId == operation.Value);
                return ((await db.Operations.SingleAsync(o => o.Id == operation.Value)).Result, problem.Code, problem.Value);
            });
        }
    }

    [Fact]
    public async Task Nobody_is_moved_to_a_version_where_the_place_or_what_was_written_means_something_else()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var worth = new ProcessField("worth", new Phrase("worth", "价值"), FieldKind.Number);
        await Publish(customers, "deal", new ProcessGraph(
            [Node("start", NodeKind.Start), Node("ask", NodeKind.Task), Node("check", NodeKind.Task), Node("end", NodeKind.End)],
            [Way("start", "ask"), Way("ask", "check"), Way("check", "end")],
            [worth]));
        var waiting = await Start(customers, (await customers.Register(new CustomerInput { Name = "Anna" })).Id, "deal");
        var checking = await Start(customers, (await customers.Register(new CustomerInput { Name = "Bert" })).Id, "deal");
        await customers.Send(new AdvanceProcess { Id = checking, Transition = "ask-check", Values = new Dictionary<string, string> { ["worth"] = "5" } });
        var turned = await customers.Send(Draft("deal", new ProcessGraph(
            [Node("start", NodeKind.Start), Node("check", NodeKind.Task), Node("ask", NodeKind.End)],
            [Way("start", "check"), Way("check", "ask")],
            [worth with { Kind = FieldKind.Date }])));
        await customers.Send(new PublishProcess(turned.Id));

        var operation = await customers.Send(new MoveProcesses(turned.Id, DryRun: false));
        await customers.RunOperations();

        var problems = await customers.Read<CustomersDbContext, List<(string, string?)>>(async db =>
            [.. (await db.Set<OperationProblem>().Where(p => p.OperationId == operation.Value).ToListAsync()).Select(p => (p.Code, p.Value))]);
        problems.ShouldBe([("customers.process-node-other", waiting.ToString()), ("customers.process-field-other", checking.ToString())], ignoreOrder: true);
        (await See(customers, waiting)).Number.ShouldBe(1);
        (await See(customers, checking)).Number.ShouldBe(1);
    }
}
