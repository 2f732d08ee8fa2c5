using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class MessagingChecksTests
{
    [Fact]
    public void Modules_whose_events_and_consumers_fit_together_may_start() =>
        MessagingChecks.Run(ModuleCatalog.Describe([new SenderModule(), new ReceiverModule()]));

    [Fact]
    public void A_consumer_of_something_that_is_no_event_stops_the_start() =>
        Failure(m => m.Database<ReceiverContext>().ConsumesInBatches<ProjectMoves>("other.projection", typeof(string))).ShouldContain("no integration event");

    [Fact]
    public void A_consumer_of_nothing_stops_the_start() =>
        Failure(m => m.Database<ReceiverContext>().ConsumesInBatches<ProjectMoves>("other.projection")).ShouldContain("names no event");

    [Fact]
    public void A_consumer_without_a_database_stops_the_start() =>
        Failure(m => m.ConsumesInBatches<ProjectMoves>("other.projection", typeof(ParcelMovedV1))).ShouldContain("no database");

    [Fact]
    public void Two_consumers_of_one_name_stop_the_start() =>
        Failure(m => m.Database<ReceiverContext>().ConsumesInBatches<ProjectMoves>(ProjectMoves.Name, typeof(ParcelMovedV1))).ShouldContain("Two consumers");

    [Fact]
    public void Two_events_of_one_name_stop_the_start() =>
        Should.Throw<StartupFailure>(() => MessagingChecks.RequireUniqueNames([typeof(ParcelMovedV1), typeof(Copied)])).Message.ShouldContain("taken twice");

    private static string Failure(Action<ModuleBuilder> describe) =>
        Should.Throw<StartupFailure>(() => MessagingChecks.Run(ModuleCatalog.Describe([new SenderModule(), new ReceiverModule(), new OtherModule(describe)]))).Message;

    private sealed class OtherModule(Action<ModuleBuilder> describe) : IModule
    {
        public string Name => "other";

        public void Describe(ModuleBuilder module) => describe(module);

        public void MapEndpoints(IEndpointRouteBuilder routes)
        {
        }
    }

    // Private and nested in a test, so that the check of the whole assembly does not meet it: only types a module can publish count.
    [EventName("sender.parcel-moved.v1")]
    private sealed record Copied : IIntegrationEvent;
}
