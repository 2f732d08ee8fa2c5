using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application;

/// <summary>What a role may allow in this module.</summary>
internal sealed class SalesOrdersPermissions
{
    public static readonly Permission ReadProducts = new("sales-orders.products.read", new Phrase("See products and stock", "查看产品和库存"));

    public static readonly Permission WriteProducts = new("sales-orders.products.write", new Phrase("Add, change and delete products", "新增、修改和删除产品"));

    public static readonly Permission WriteStock = new("sales-orders.stock.write", new Phrase("Count and move stock", "盘点和调整库存"));

    public static readonly Permission ReadOrders = new("sales-orders.orders.read", new Phrase("See orders", "查看订单"), IsScoped: true);

    public static readonly Permission PlaceOrders = new("sales-orders.orders.place", new Phrase("Place, change and submit orders", "下单、修改和提交订单"), IsScoped: true);

    public static readonly Permission ConfirmOrders = new("sales-orders.orders.confirm", new Phrase("Confirm orders", "确认订单"), IsScoped: true);

    public static readonly Permission ShipOrders = new("sales-orders.orders.ship", new Phrase("Ship orders", "订单发货"), IsScoped: true);

    public static readonly Permission RecordPayments = new("sales-orders.orders.pay", new Phrase("Record payments", "登记付款"), IsScoped: true);

    public static readonly Permission TakeNotifications = new("sales-orders.payments.notify", new Phrase("Report what a payment provider did", "上报支付渠道通知"), IsScoped: true);

    public static readonly Permission RequestRefunds = new("sales-orders.refunds.request", new Phrase("Ask for refunds", "申请退款"), IsScoped: true);

    public static readonly Permission ApproveRefunds = new("sales-orders.refunds.approve", new Phrase("Approve and reject refunds", "审批退款"), IsScoped: true);

    public static readonly Permission SettleRefunds = new("sales-orders.refunds.settle", new Phrase("Pay refunds out", "支付退款"), IsScoped: true);

    public static readonly Permission RequestReturns = new("sales-orders.returns.request", new Phrase("Ask for returns", "申请退货"), IsScoped: true);

    public static readonly Permission ApproveReturns = new("sales-orders.returns.approve", new Phrase("Approve and reject returns", "审批退货"), IsScoped: true);

    public static readonly Permission ReceiveReturns = new("sales-orders.returns.receive", new Phrase("Receive and inspect returned goods", "接收和检验退货"), IsScoped: true);

    public static readonly Permission IssueInvoices = new("sales-orders.invoices.issue", new Phrase("Issue invoices and credit notes", "开具发票和贷记单"), IsScoped: true);

    public static readonly Permission CancelOrders = new("sales-orders.orders.cancel", new Phrase("Cancel orders", "取消订单"), IsScoped: true);

    public static readonly Permission ApproveOrders = new("sales-orders.orders.approve", new Phrase("Approve, reject, hold and release orders", "批准、驳回、冻结和解冻订单"), IsScoped: true);

    public static readonly Permission WriteRules = new("sales-orders.rules.configure", new Phrase("Change channels and the rules by which orders have to be approved", "维护渠道和订单审批规则"));

    public static readonly Permission ReadPrices = new("sales-orders.prices.read", new Phrase("See price lists, promotions and taxes", "查看价目表、促销和税"));

    public static readonly Permission PublishPrices = new("sales-orders.prices.publish", new Phrase("Publish price lists, promotions and taxes", "发布价目表、促销和税"));

    public static readonly Permission RevealCoupons = new("sales-orders.coupons.reveal", new Phrase("See the codes of vouchers", "查看优惠券码"));

    public static readonly Permission OverridePrices = new("sales-orders.prices.override", new Phrase("Agree to prices below the floor", "批准低于底价的价格"));

    public static readonly Permission CheckOrders = new("sales-orders.orders.check", new Phrase("Recompute all orders", "核对全部订单"));

    public static readonly Permission Administer = new("sales-orders.admin.restore", new Phrase("Restore deleted products and drafts", "恢复已删除的产品和草稿"));
}
