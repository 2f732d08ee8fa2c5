using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class ContractTests
{
    [Fact]
    public void Contracts_are_sealed_records_of_primitives() => ContractRules.ContractsAreSealedRecordsOfPrimitives.HoldsInProduction();

    [Fact]
    public void Contracts_are_sealed_records_of_primitives__offenders() => ContractRules.ContractsAreSealedRecordsOfPrimitives.Finds(
        "Crm.Wrong.Contracts.NoRecordV1 can be changed afterwards (Id)",
        "Crm.Wrong.Contracts.NoRecordV1 has a public field (Field)",
        "Crm.Wrong.Contracts.NoRecordV1 is not a sealed record",
        "Crm.Wrong.Contracts.OpenRecordV1 is not a sealed record",
        "Crm.Wrong.Contracts.RichV1 publishes Changeable as List<String>",
        "Crm.Wrong.Contracts.RichV1 publishes Extras as IReadOnlyDictionary<String, String>",
        "Crm.Wrong.Contracts.RichV1 publishes Kind as WrongKind",
        "Crm.Wrong.Contracts.RichV1 publishes Numbers as Int32[]",
        "Crm.Wrong.Contracts.RichV1 publishes Total as Money",
        "Crm.Wrong.Contracts.RichV1.Inner is not a sealed record",
        "Crm.Wrong.Contracts.ValidatedV1 publishes Validator as IValidator<ValidatedV1>",
        "Crm.Wrong.Contracts.WrongKind is not a sealed record");

    [Fact]
    public void Every_event_has_a_name_of_its_module_and_version() => ContractRules.EventsHaveAFixedName.HoldsInProduction();

    [Fact]
    public void Every_event_has_a_name_of_its_module_and_version__offenders() => ContractRules.EventsHaveAFixedName.Finds(
        "Crm.Wrong.Contracts.BorrowedV1 is named 'neighbour.borrowed.v1', but belongs to wrong",
        "Crm.Wrong.Contracts.NamelessV1 has no [EventName]",
        "Crm.Wrong.Contracts.NotKebabV1 is named 'wrong.Not_Kebab', which is not of the form module.what-happened.v1",
        "Crm.Wrong.Contracts.OrphanV1 is part of no event",
        "Crm.Wrong.Contracts.OtherVersionV1 is named 'wrong.other-version.v2', but its class says another version",
        "Crm.Wrong.Contracts.WrongKind is neither an event nor a part of one with a version");

    [Fact]
    public void No_two_events_have_one_name() => ContractRules.EventNamesAreUnique.HoldsInProduction();

    [Fact]
    public void No_two_events_have_one_name__offenders() => ContractRules.EventNamesAreUnique.Finds(
        "wrong.twin.v1 is the name of Crm.Wrong.Contracts.SecondTwinV1 and Crm.Wrong.Contracts.TwinV1");

    [Fact]
    public void Every_event_is_published_by_its_module() => ContractRules.EventsArePublished.HoldsInProduction();

    [Fact]
    public void Every_event_is_published_by_its_module__offenders() => ContractRules.EventsArePublished.Finds(
        [
            "Crm.Neighbour.Contracts.NeighbourLeftV1 is published by nobody",
            .. new[] { "Borrowed", "Nameless", "NoRecord", "NotKebab", "OpenRecord", "OtherVersion", "Rich", "SecondTwin", "Twin", "Validated" }
                .Select(name => $"Crm.Wrong.Contracts.{name}V1 is published by nobody"),
        ]);
}
