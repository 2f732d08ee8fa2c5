using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Imports;

/// <summary>All that an import can change of a customer, and what is needed to put it back row by row.</summary>
internal sealed record CustomerImage(CustomerInput Said, IReadOnlyList<CustomerImage.Place> Addresses, DateTimeOffset? DeletedAt)
{
    public static JsonObject Of(Customer customer)
    {
        var said = CustomerInput.Of(customer);
        var image = new CustomerImage(
            said with { Addresses = [], ExternalRefs = [.. said.ExternalRefs.OrderBy(r => r.System, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal)] },
            [.. customer.Addresses.OrderBy(a => a.Id).Select(a => new Place(a.Id, AddressInput.Of(a)))], customer.DeletedAt);
        return JsonSerializer.SerializeToNode(image, CrmJson.Options)!.AsObject();
    }

    public static CustomerImage From(JsonObject image) => image.Deserialize<CustomerImage>(CrmJson.Options)!;

    public CustomerDetails Details() =>
        Said.Details(Said.Code!) with { Addresses = [.. Addresses.Select(a => a.Said.ToAddress().WithId(a.Id))] };

    /// <param name="Id">Of the row.</param>
    /// <param name="Said">What stands in it.</param>
    internal sealed record Place(Guid Id, AddressInput Said);
}
