using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Privacy;

internal sealed class PrivacyPermissions
{
    public static readonly Permission Read = new("customers.consents.read", new Phrase("See what customers agreed to", "查看客户同意记录"), IsScoped: true);

    public static readonly Permission Write = new("customers.consents.write", new Phrase("Record that customers agree or withdraw", "登记客户的同意与撤回"), IsScoped: true);

    public static readonly Permission Configure = new("customers.consents.configure", new Phrase("Say what customers can agree to", "维护同意用途"));
}
